import { statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { person } from '../support/build.ts';
import { letterTo } from '../support/letter-to.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

test('without a mail server a letter is a file that its user alone reads, and the log says where', async () => {
  const anna = (await person(app)).email;
  app.log.length = 0;
  await letterTo(app.url, anna);
  const email = await app.mailbox.emailTo(anna);
  expect(email.subject).toBe('You have an account already');
  const id = email.messageId!.slice(1).split('@')[0];
  await askingUntil(() => app.log.length > 0);
  const [, file] = app.log.join('\n').match(/^A letter was written to (\S+\.eml)$/m)!;
  expect(file).toContain(`${id}.eml`);
  expect(statSync(file!).mode & 0o777).toBe(0o600);
});
