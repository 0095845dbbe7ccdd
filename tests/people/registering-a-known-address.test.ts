import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RegisterDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { password, person, unique } from '../support/build.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

test('its owner is told by mail, at the address as they wrote it', async () => {
  const email = `${unique('Ann')}@Example.com`;
  await person(app, email);
  const input = { email: email.toUpperCase(), name: 'Mallory', password };
  await new As(app.url).ask(RegisterDocument, { input });
  const letter = await app.mailbox.emailTo(email);
  expect(letter.to).toEqual([{ name: '', address: email.replace('@Example', '@example') }]);
  expect(letter.subject).toBe('You have an account already');
  expect(letter.text).toContain('http://comanda.test');
  expect(letter.text).not.toContain('Mallory');
});
