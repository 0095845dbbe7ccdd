import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ChangeEmailDocument,
  ChangePasswordDocument,
  ConfirmEmailDocument,
  MeDocument,
  RegisterDocument,
  RequestPasswordResetDocument,
  ResetPasswordDocument,
  SignInDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { Wire } from '../events/wire.ts';
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

const next = 'a quite different one';

const signIn = (email: string, secret: string) =>
  nobody.codeOf(SignInDocument, { input: { email, password: secret } });

async function anotherSession({ email }: Person): Promise<As> {
  const { signIn } = await nobody.ask(SignInDocument, { input: { email, password } });
  return new As(app.url, { accessToken: signIn.accessToken });
}

async function resetTokenOf(email: string): Promise<string> {
  await nobody.ask(RequestPasswordResetDocument, { email });
  return tokenIn(await app.mailbox.letterTo(email));
}

describe('changing a password', () => {
  test('ends every other session and its sockets, leaves this one, and is told by mail', async () => {
    const ann = await person(app);
    const other = await anotherSession(ann);
    const [here, there] = [await Wire.open(ann), await Wire.open(other)];
    await ann.ask(ChangePasswordDocument, { current: password, next });
    expect((await there.closed).code).toBe(4403);
    expect(await other.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
    expect(await ann.codeOf(MeDocument, {})).toBe('OK');
    expect(here.socket.readyState).toBe(here.socket.OPEN);
    here.socket.close();
    expect(await signIn(ann.email, password)).toBe('UNAUTHENTICATED');
    expect(await signIn(ann.email, next)).toBe('OK');
    expect((await app.mailbox.emailTo(ann.email)).subject).toBe('Your password was changed');
  });

  test('takes the password, and changes nothing without it', async () => {
    const ann = await person(app);
    const variables = { current: 'not the password', next };
    expect(await ann.codeOf(ChangePasswordDocument, variables)).toBe('PASSWORD_WRONG');
    expect(await ann.codeOf(ChangePasswordDocument, { ...variables, current: 'x'.repeat(300) })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await signIn(ann.email, password)).toBe('OK');
  });

  test('makes the letters that are on their way worthless', async () => {
    const ann = await person(app);
    const reset = await resetTokenOf(ann.email);
    const email = `${unique('next')}@example.com`;
    await ann.ask(ChangeEmailDocument, { email, password });
    const confirm = tokenIn(await app.mailbox.letterTo(email));
    await ann.ask(ChangePasswordDocument, { current: password, next });
    expect(await nobody.codeOf(ResetPasswordDocument, { token: reset, password })).toBe('TOKEN_INVALID');
    expect(await nobody.codeOf(ConfirmEmailDocument, { token: confirm })).toBe('TOKEN_INVALID');
  });
});

describe('resetting a password', () => {
  test('takes the token of a letter, once, and ends every session', async () => {
    const ann = await person(app);
    const wire = await Wire.open(ann);
    const token = await resetTokenOf(ann.email.toUpperCase());
    expect(await nobody.ask(ResetPasswordDocument, { token, password: next })).toEqual({
      resetPassword: { deviceToken: expect.any(String) },
    });
    expect((await wire.closed).code).toBe(4403);
    expect(await ann.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
    expect(await signIn(ann.email, password)).toBe('UNAUTHENTICATED');
    expect(await signIn(ann.email, next)).toBe('OK');
    expect(await nobody.codeOf(ResetPasswordDocument, { token, password })).toBe('TOKEN_INVALID');
    expect((await app.mailbox.emailTo(ann.email)).subject).toBe('Your password was changed');
  });

  test('works once for one token, also when five use it at once', async () => {
    const ann = await person(app);
    const token = await resetTokenOf(ann.email);
    const secrets = Array.from({ length: 5 }, (_, index) => `password of number ${index}`);
    const codes = await Promise.all(
      secrets.map((secret) => nobody.codeOf(ResetPasswordDocument, { token, password: secret })),
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'TOKEN_INVALID')).toHaveLength(4);
    expect(await signIn(ann.email, secrets[codes.indexOf('OK')]!)).toBe('OK');
  });

  test('answers the same for an address without an account; the letter says so', async () => {
    const email = `${unique('unknown')}@example.com`;
    expect(await nobody.ask(RequestPasswordResetDocument, { email })).toEqual({ requestPasswordReset: true });
    expect((await app.mailbox.emailTo(email)).subject).toBe('You have no account with this address');
    expect(await nobody.codeOf(RequestPasswordResetDocument, { email: 'nowhere' })).toBe('BAD_USER_INPUT');
  });

  test('verifies the address, and the letter of the registration is worthless then', async () => {
    const email = `${unique('both')}@example.com`;
    await nobody.ask(RegisterDocument, { input: { email, name: 'Ann', password } });
    await app.mailbox.letterTo(email);
    const token = await resetTokenOf(email);
    await nobody.ask(ResetPasswordDocument, { token, password: next });
    expect(await signIn(email, next)).toBe('OK');
  });

  test('is too late after half an hour', async () => {
    const ann = await person(app);
    const token = await resetTokenOf(ann.email);
    await rows(
      app.database.em(),
      sql`update account_token set expires_at = expires_at - interval '30 minutes'`,
    );
    expect(await nobody.codeOf(ResetPasswordDocument, { token, password: next })).toBe('TOKEN_INVALID');
    expect(await ann.codeOf(MeDocument, {})).toBe('OK');
  });

  test.each([[''], ['nonsense'], ['x'.repeat(5000)]])('takes no other token: %.10s', async (token) => {
    expect(await nobody.codeOf(ResetPasswordDocument, { token, password: next })).toBe('TOKEN_INVALID');
  });
});
