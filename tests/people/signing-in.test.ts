import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { RegisterDocument, SignInDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, password, person, unique } from '../support/build.ts';

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
