import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ChangePasswordDocument,
  RegisterDocument,
  RequestPasswordResetDocument,
  ResetPasswordDocument,
  SignInDocument,
  VerifyEmailDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import { password, person, unique } from '../support/build.ts';
import { tokenIn } from '../support/token-in.ts';

let app: TestApp;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  nobody = new As(app.url);
});

afterAll(() => app.close());

const register = (email: string, secret: string) =>
  nobody.ask(RegisterDocument, { input: { email, name: 'Ann', password: secret } });

/** The rule that a password breaks. */
async function ruleBroken(asked: Promise<unknown>): Promise<unknown> {
  const refused = await asked.then(
    () => null,
    (error: Refused) => error,
  );
  const { code, problem } = (refused?.extensions ?? {}) as { code?: string; problem?: { rule: string } };
  return code === 'PASSWORD_REFUSED' ? problem!.rule : (code ?? 'none');
}

test.each([
  ['of 7 characters', '1234567', 'TOO_SHORT'],
  ['of 7 characters that take 14 units', '😀'.repeat(7), 'TOO_SHORT'],
  ['of 129 characters', 'x'.repeat(129), 'TOO_LONG'],
  ['of 100,000 characters', 'x'.repeat(100_000), 'TOO_LONG'],
  ['that everybody tries', 'password1', 'COMMON'],
  ['that everybody tries, in capitals', 'PassWord1', 'COMMON'],
  ['that everybody tries, in wide letters', 'ｐａｓｓｗｏｒｄ1', 'COMMON'],
  ['that is the address', 'Maria.Garcia@Example.com', 'ADDRESS'],
  ['that is the part before the @', 'maria.garcia', 'ADDRESS'],
])('a password %s is refused', async (_, secret, rule) => {
  expect(await ruleBroken(register('maria.garcia@example.com', secret))).toBe(rule);
});

test('the rules hold for every new password, and a refused one changes nothing', async () => {
  const ann = await person(app);
  expect(await ruleBroken(ann.ask(ChangePasswordDocument, { current: password, next: 'letmein1' }))).toBe(
    'COMMON',
  );
  expect(await ruleBroken(ann.ask(ChangePasswordDocument, { current: password, next: ann.email }))).toBe(
    'ADDRESS',
  );
  await nobody.ask(RequestPasswordResetDocument, { email: ann.email });
  const token = tokenIn(await app.mailbox.letterTo(ann.email));
  expect(await ruleBroken(nobody.ask(ResetPasswordDocument, { token, password: 'short' }))).toBe('TOO_SHORT');
  expect(await nobody.codeOf(SignInDocument, { input: { email: ann.email, password } })).toBe('OK');
  expect(await nobody.codeOf(ResetPasswordDocument, { token, password: 'a longer one' })).toBe('OK');
});

test.each([
  ['of 128 characters of any script', 'ñ漢'.repeat(64), 'ñ漢'.repeat(64)],
  ['of 8 characters', 'zx9!qw_p', 'zx9!qw_p'],
  [
    'of 100 characters that take 300 to type',
    'ắ'.repeat(100).normalize('NFD'),
    'ắ'.repeat(100).normalize('NFD'),
  ],
  ['whose letters another keyboard composes otherwise', 'contrase\u00f1a larga', 'contrasen\u0303a larga'],
])('a password %s is good', async (_, chosen, typed) => {
  const email = `${unique('good')}@example.com`;
  await register(email, chosen);
  await nobody.ask(VerifyEmailDocument, { token: tokenIn(await app.mailbox.letterTo(email)) });
  expect(await nobody.codeOf(SignInDocument, { input: { email, password: typed } })).toBe('OK');
});
