import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { RegisterDocument, SignInDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { password as passwords } from '../../src/people/password.ts';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, password, person, unique } from '../support/build.ts';
import { services } from '../support/services.ts';

const anotherHash = passwords.hash('another password');

let app: TestApp;
let ann: Person;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  ann = await person(app);
  nobody = new As(app.url);
});

afterAll(() => app.close());

/** The answer without what differs in every answer: the request id and the instance made of it. */
async function answerTo(email: string, secret: string): Promise<string> {
  const answer = await nobody.raw(print(SignInDocument), { input: { email, password: secret } });
  const { requestId } = answer.errors![0]!.extensions as { requestId: string };
  return JSON.stringify(answer).replaceAll(requestId, 'the request');
}

test('a wrong password, an unknown address and one that is not verified get the identical answer', async () => {
  const wrong = await answerTo(ann.email, 'not the password');
  expect(wrong).toContain('UNAUTHENTICATED');
  expect(await answerTo('nobody.at.all@example.com', 'not the password')).toBe(wrong);
  const email = `${unique('unverified')}@example.com`;
  await nobody.ask(RegisterDocument, { input: { email, name: 'Somebody', password } });
  expect(await answerTo(email, password)).toBe(wrong);
});

test('the case of an address does not matter, that of a password does', async () => {
  const signIn = (email: string, secret: string) =>
    nobody.codeOf(SignInDocument, { input: { email, password: secret } });
  expect(await signIn(ann.email.toUpperCase(), password)).toBe('OK');
  expect(await signIn(ann.email, password.toUpperCase())).toBe('UNAUTHENTICATED');
});

test('what is longer than any address or password is refused unread', async () => {
  const long = 'x'.repeat(300);
  const signIn = (email: string, secret: string) =>
    nobody.codeOf(SignInDocument, { input: { email, password: secret } });
  expect(await signIn(long, password)).toBe('BAD_USER_INPUT');
  expect(await signIn(ann.email, long)).toBe('BAD_USER_INPUT');
});

test('an access token is good for 15 minutes, a refresh token for 30 days', async () => {
  const before = Date.now();
  const { signIn } = await nobody.ask(SignInDocument, { input: { email: ann.email, password } });
  const minutes = (end: unknown): number => Math.round((Date.parse(String(end)) - before) / 60_000);
  expect(minutes(signIn.accessExpiresAt)).toBe(15);
  expect(minutes(signIn.refreshExpiresAt)).toBe(30 * 24 * 60);
});

test('a password that is changed while it is compared opens no session any more', async () => {
  const bob = await person(app);
  const em = app.database.em();
  const before = app.statements.texts.length;
  let answer: Promise<string> | undefined;
  await em.transactional(async (own) => {
    await rows(own, sql`update person set password_hash = ${await anotherHash} where id = ${bob.id}`);
    answer = nobody.codeOf(SignInDocument, { input: { email: bob.email, password } });
    // Embedded there is one connection: there it is compared with the new one.
    if (services)
      await askingUntil(() =>
        app.statements.texts.slice(before).some((text) => text.includes('insert into session')),
      );
  });
  expect(await answer).toBe('UNAUTHENTICATED');
});
