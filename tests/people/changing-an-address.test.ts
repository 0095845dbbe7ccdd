import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ChangeEmailDocument,
  ConfirmEmailDocument,
  MeDocument,
  RegisterDocument,
  ResetPasswordDocument,
  SignInDocument,
  VerifyEmailDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, password, person, unique } from '../support/build.ts';
import { tokenIn } from '../support/token-in.ts';

let app: TestApp;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  nobody = new As(app.url);
});

afterAll(() => app.close());

const address = (): string => `${unique('New')}@Example.com`;

const signIn = (email: string) => nobody.codeOf(SignInDocument, { input: { email, password } });

const confirm = (token: string) => nobody.codeOf(ConfirmEmailDocument, { token });

async function tokenFor(ann: Person, email: string): Promise<string> {
  await ann.ask(ChangeEmailDocument, { email, password });
  return tokenIn(await app.mailbox.letterTo(email));
}

test('a new address is confirmed by the letter that goes there, once, and the old one is told', async () => {
  const [ann, email] = [await person(app), address()];
  const token = await tokenFor(ann, email);
  expect((await ann.ask(MeDocument)).me.email).toBe(ann.email);
  expect(await confirm(token)).toBe('OK');
  expect((await ann.ask(MeDocument)).me.email).toBe(email);
  expect(await signIn(email.toUpperCase())).toBe('OK');
  expect(await signIn(ann.email)).toBe('UNAUTHENTICATED');
  expect(await confirm(token)).toBe('TOKEN_INVALID');
  const letter = await app.mailbox.emailTo(ann.email);
  expect(letter.subject).toBe('Your account has another e-mail address');
  expect(letter.text!.toLowerCase()).not.toContain(email.toLowerCase());
});

test('it takes the password', async () => {
  const [ann, email] = [await person(app), address()];
  expect(await ann.codeOf(ChangeEmailDocument, { email, password: 'not the password' })).toBe(
    'PASSWORD_WRONG',
  );
  expect(await ann.codeOf(ChangeEmailDocument, { email: 'nowhere', password })).toBe('BAD_USER_INPUT');
});

test("an address with an account stays that account's; only the letter says that it has one", async () => {
  const [ann, bob] = [await person(app), await person(app)];
  expect(await ann.ask(ChangeEmailDocument, { email: bob.email.toUpperCase(), password })).toEqual({
    changeEmail: true,
  });
  expect((await app.mailbox.emailTo(bob.email)).subject).toBe('You have an account already');
  expect((await ann.ask(MeDocument)).me.email).toBe(ann.email);
});

test('of two who want one address whoever confirms first has it', async () => {
  const [ann, bob, email] = [await person(app), await person(app), address()];
  const tokens = [await tokenFor(ann, email), await tokenFor(bob, email)];
  const codes = await Promise.all(tokens.map(confirm));
  expect(codes.sort()).toEqual(['OK', 'TOKEN_INVALID']);
});

test('a registration that nobody has verified does not keep an address from who reads its letters', async () => {
  const [ann, email] = [await person(app), address()];
  await nobody.ask(RegisterDocument, { input: { email, name: 'Squatter', password: 'a squatter came' } });
  const squatters = tokenIn(await app.mailbox.letterTo(email));
  expect(await confirm(await tokenFor(ann, email))).toBe('OK');
  expect(await nobody.codeOf(VerifyEmailDocument, { token: squatters })).toBe('TOKEN_INVALID');
  expect(await signIn(email)).toBe('OK');
});

test('the letters differ only in case: the address is written anew', async () => {
  const ann = await person(app);
  expect(await confirm(await tokenFor(ann, ann.email.toUpperCase()))).toBe('OK');
  expect((await ann.ask(MeDocument)).me.email).toBe(ann.email.toUpperCase());
});

test('a token is good for what its letter says, and for nothing else', async () => {
  const token = await tokenFor(await person(app), address());
  expect(await nobody.codeOf(VerifyEmailDocument, { token })).toBe('TOKEN_INVALID');
  expect(await nobody.codeOf(ResetPasswordDocument, { token, password })).toBe('TOKEN_INVALID');
  expect(await confirm(token)).toBe('OK');
});
