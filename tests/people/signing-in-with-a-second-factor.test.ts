import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  BeginSecondFactorDocument,
  ConfirmSecondFactorDocument,
  DisableSecondFactorDocument,
  MeDocument,
  MySecondFactorDocument,
  RequestPasswordResetDocument,
  ResetPasswordDocument,
  SignInDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { renewSeals } from '../../src/people/renew-seals.ts';
import { openSeal } from '../../src/seal.ts';
import { generousLimits, jwtSecret, startApp, type TestApp } from '../support/app.ts';
import { As, codeIn, dataOf } from '../support/as.ts';
import { type Person, password, person } from '../support/build.ts';
import { tokenIn } from '../support/token-in.ts';
import { Address } from './address.ts';
import { Authenticator, setUp } from './second-factor.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    config: { limits: { ...generousLimits, signIn: 6, codesOfDay: 9 }, trustProxy: 1 },
  });
});

afterAll(() => app.close());

const signIn = ({ email }: Person, code?: string, secret = password) =>
  new As(app.url).codeOf(SignInDocument, { input: { email, password: secret, code } });

test('a second factor is set up with a code of the app, and ends the sessions that were begun without', async () => {
  const ann = await person(app);
  const { signIn: elsewhere } = await ann.ask(SignInDocument, { input: { email: ann.email, password } });
  const { beginSecondFactor: begun } = await ann.ask(BeginSecondFactorDocument, { password });
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Comanda/);
  expect(begun.qrSvg).toContain('<svg');
  expect(await signIn(ann)).toBe('OK');
  expect((await ann.ask(MySecondFactorDocument)).me.secondFactor).toBeNull();

  const authenticator = new Authenticator(begun.secret);
  expect(await ann.codeOf(ConfirmSecondFactorDocument, { code: '000000' })).toBe('SECOND_FACTOR_INVALID');
  const { confirmSecondFactor: codes } = await ann.ask(ConfirmSecondFactorDocument, {
    code: authenticator.code(),
  });
  expect(new Set(codes).size).toBe(10);
  expect((await ann.ask(MySecondFactorDocument)).me.secondFactor!.recoveryCodesLeft).toBe(10);
  const other = new As(app.url, { accessToken: elsewhere.accessToken });
  expect(await other.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await app.mailbox.letterTo(ann.email)).toContain('a code of your app');
  expect(await ann.codeOf(BeginSecondFactorDocument, { password })).toBe('FORBIDDEN');
  expect(await ann.codeOf(ConfirmSecondFactorDocument, { code: authenticator.code(1) })).toBe(
    'SECOND_FACTOR_INVALID',
  );
});

test('only who knows the password hears that a code is wanted, and each code is good once', async () => {
  const ann = await person(app);
  const { app: authenticator, used } = await setUp(ann);
  expect(await signIn(ann, authenticator.code(1), 'a wrong password')).toBe('UNAUTHENTICATED');
  expect(await signIn(ann)).toBe('SECOND_FACTOR_REQUIRED');
  expect(await signIn(ann, '')).toBe('SECOND_FACTOR_REQUIRED');
  expect(await signIn(ann, used)).toBe('SECOND_FACTOR_INVALID');
  expect(await signIn(ann, authenticator.code(3))).toBe('SECOND_FACTOR_INVALID');
  const next = authenticator.code(1);
  expect(await signIn(ann, next)).toBe('OK');
  expect(await signIn(ann, next)).toBe('SECOND_FACTOR_INVALID');
});

test('two who use one code at once sign in once, with a recovery code too', async () => {
  const ann = await person(app);
  const { app: authenticator, recoveryCodes } = await setUp(ann);
  for (const code of [authenticator.code(1), recoveryCodes[0]!]) {
    const answers = await Promise.all([1, 2, 3].map(() => signIn(ann, code)));
    expect(answers.filter((answer) => answer === 'OK')).toHaveLength(1);
  }
});

test('whoever signs in while it is set up is not left signed in without a code', async () => {
  const ann = await person(app);
  const { beginSecondFactor } = await ann.ask(BeginSecondFactorDocument, { password });
  const authenticator = new Authenticator(beginSecondFactor.secret);
  const input = { email: ann.email, password };
  const racing = Array.from({ length: 6 }, () =>
    new As(app.url).ask(SignInDocument, { input }).then(
      ({ signIn: begun }) => begun.accessToken,
      () => null,
    ),
  );
  await Promise.race(racing);
  await ann.ask(ConfirmSecondFactorDocument, { code: authenticator.code() });
  for (const accessToken of await Promise.all(racing)) {
    if (accessToken)
      expect(await new As(app.url, { accessToken }).codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  }
  expect(await ann.codeOf(MeDocument, {})).toBe('OK');
});

test('a recovery code stands in once, however it is typed, and nobody else can use it', async () => {
  const [ann, bob] = [await person(app), await person(app)];
  const { recoveryCodes } = await setUp(ann);
  await setUp(bob);
  const [code] = recoveryCodes;
  expect(await signIn(bob, code)).toBe('SECOND_FACTOR_INVALID');
  expect(await signIn(ann, code!.toLowerCase().replaceAll('-', ' '))).toBe('OK');
  expect(await signIn(ann, code)).toBe('SECOND_FACTOR_INVALID');
  expect((await ann.ask(MySecondFactorDocument)).me.secondFactor!.recoveryCodesLeft).toBe(9);
});

test('codes are not guessed: after some wrong ones even a right one has to wait', async () => {
  const ann = await person(app);
  const { app: authenticator } = await setUp(ann);
  for (let time = 0; time < 6; time++) expect(await signIn(ann, '000000')).toBe('SECOND_FACTOR_INVALID');
  expect(await signIn(ann, authenticator.code(1))).toBe('RATE_LIMITED');
});

test('wrong codes of one network keep nobody waiting elsewhere; those of all together are few a day, and recovery codes go on', async () => {
  const ann = await person(app);
  const { app: authenticator, recoveryCodes } = await setUp(ann);
  const from = async (host: number, code: string) => {
    const input = { email: ann.email, password, code };
    return new Address(app, `198.51.100.${host}`).answer(SignInDocument, { input });
  };
  const codeFrom = async (host: number, code: string) => codeIn((await from(host, code)).result);
  for (let time = 0; time < 6; time++) expect(await codeFrom(1, '000000')).toBe('SECOND_FACTOR_INVALID');
  expect(await codeFrom(1, '000000')).toBe('RATE_LIMITED');
  expect(await codeFrom(2, authenticator.code(1))).toBe('OK');
  for (let host = 3; host < 6; host++) expect(await codeFrom(host, '000000')).toBe('SECOND_FACTOR_INVALID');
  const tenth = await from(6, authenticator.code(1));
  expect(codeIn(tenth.result)).toBe('RATE_LIMITED');
  expect(Number(tenth.retryAfter)).toBeGreaterThan(23 * 60 * 60);
  expect(await codeFrom(6, recoveryCodes[0]!)).toBe('OK');
});

test('recovery codes are good also when no secret opens what the app is compared with', async () => {
  const ann = await person(app);
  const { app: authenticator, recoveryCodes } = await setUp(ann);
  await rows(
    app.database.em(),
    sql`update second_factor set sealed = ${openSeal(['a secret that is gone'], 'second factors').close('SECRET')}
      where person_id = ${ann.id}`,
  );
  expect(await signIn(ann, authenticator.code(1))).toBe('INTERNAL_SERVER_ERROR');
  expect(await signIn(ann, recoveryCodes[0])).toBe('OK');
  expect(await ann.codeOf(DisableSecondFactorDocument, { password, code: recoveryCodes[1] })).toBe('OK');
});

test('whoever knows the password and guesses codes keeps its owner from nothing on a device and in a session of theirs', async () => {
  const ann = await person(app);
  const input = { email: ann.email, password };
  const { deviceToken } = (await ann.ask(SignInDocument, { input })).signIn;
  const { app: authenticator, recoveryCodes } = await setUp(ann);
  const onDevice = (code: string) =>
    new As(app.url).codeOf(SignInDocument, { input: { ...input, code, deviceToken } });
  for (let time = 0; time < 6; time++) expect(await signIn(ann, '000000')).toBe('SECOND_FACTOR_INVALID');
  expect(await signIn(ann, authenticator.code(1))).toBe('RATE_LIMITED');
  expect(await onDevice(authenticator.code(1))).toBe('OK');
  for (let time = 0; time < 6; time++) expect(await onDevice('000000')).toBe('SECOND_FACTOR_INVALID');
  expect(await onDevice('000000')).toBe('RATE_LIMITED');
  expect(await ann.codeOf(DisableSecondFactorDocument, { password, code: recoveryCodes[0] })).toBe('OK');
});

test('whoever reads the mail gets no more codes to try by one new password after another', async () => {
  const ann = await person(app);
  const { app: authenticator, recoveryCodes } = await setUp(ann);
  await app.mailbox.letterTo(ann.email);
  const mallory = new Address(app, '198.51.100.60');
  const withNewPassword = async (secret: string) => {
    await mallory.answer(RequestPasswordResetDocument, { email: ann.email });
    const token = tokenIn(await app.mailbox.letterTo(ann.email));
    const { result } = await mallory.answer(ResetPasswordDocument, { token, password: secret });
    await app.mailbox.letterTo(ann.email);
    const { deviceToken } = dataOf(result).resetPassword;
    return (code: string) =>
      mallory.answer(SignInDocument, { input: { email: ann.email, password: secret, code, deviceToken } });
  };
  const first = await withNewPassword('another good horse');
  for (let time = 0; time < 6; time++)
    expect(codeIn((await first('000000')).result)).toBe('SECOND_FACTOR_INVALID');
  const second = await withNewPassword('yet another good horse');
  for (let time = 6; time < 9; time++)
    expect(codeIn((await second('000000')).result)).toBe('SECOND_FACTOR_INVALID');
  const tenth = await second(authenticator.code(1));
  expect(codeIn(tenth.result)).toBe('RATE_LIMITED');
  expect(Number(tenth.retryAfter)).toBeGreaterThan(23 * 60 * 60);
  expect(codeIn((await second(recoveryCodes[0]!)).result)).toBe('OK');
});

test('an answer about somebody is about them, whoever asks', async () => {
  const [ann, bob, nobody] = [await person(app), await person(app), new As(app.url)];
  const { recoveryCodes } = await setUp(ann);
  const document =
    'mutation($input: SignInInput!) { signIn(input: $input) { person { email secondFactor { recoveryCodesLeft } } } }';
  const begun = async (who: As, { email }: Person, code?: string) =>
    (await who.raw<{ signIn: unknown }>(document, { input: { email, password, code } })).data?.signIn;
  expect(await begun(ann, bob)).toEqual({ person: { email: bob.email, secondFactor: null } });
  for (const [index, who] of [nobody, bob].entries()) {
    expect(await begun(who, ann, recoveryCodes[index])).toEqual({
      person: { email: ann.email, secondFactor: { recoveryCodesLeft: 9 - index } },
    });
  }
});

test('a code of other digits is read like any other: wide ones are the same, the rest are wrong', async () => {
  const ann = await person(app);
  const { app: authenticator } = await setUp(ann);
  expect(await signIn(ann, '١٢٣٤٥٦')).toBe('SECOND_FACTOR_INVALID');
  const wide = authenticator
    .code(1)
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect(await signIn(ann, wide)).toBe('OK');
});

test('it is set up and disabled by who knows the password and has a code, and signing in is as before', async () => {
  const ann = await person(app);
  expect(await ann.codeOf(BeginSecondFactorDocument, { password: 'wrong' })).toBe('PASSWORD_WRONG');
  expect(await ann.codeOf(DisableSecondFactorDocument, { password })).toBe('OK');
  const { app: authenticator } = await setUp(ann);
  const disable = (secret: string, code?: string) =>
    ann.codeOf(DisableSecondFactorDocument, { password: secret, code });
  expect(await disable(password)).toBe('SECOND_FACTOR_REQUIRED');
  expect(await disable(password, '000000')).toBe('SECOND_FACTOR_INVALID');
  expect(await disable('wrong', authenticator.code(1))).toBe('PASSWORD_WRONG');
  expect(await disable(password, authenticator.code(1))).toBe('OK');
  expect(await signIn(ann)).toBe('OK');
  expect((await ann.ask(MySecondFactorDocument)).me.secondFactor).toBeNull();
});

test('what is too long is refused unread', async () => {
  const ann = await person(app);
  expect(await signIn(ann, '0'.repeat(41))).toBe('BAD_USER_INPUT');
  expect(await ann.codeOf(DisableSecondFactorDocument, { password, code: '0'.repeat(41) })).toBe(
    'BAD_USER_INPUT',
  );
});

test('the database can read neither the secret nor a recovery code, and a new server secret loses nothing', async () => {
  const ann = await person(app);
  const { beginSecondFactor: begun } = await ann.ask(BeginSecondFactorDocument, { password });
  const em = app.database.em();
  const stored = () =>
    rows<{ sealed: string }>(em, sql`select sealed from second_factor where person_id = ${ann.id}`);
  const [before] = await stored();
  expect(before!.sealed).not.toContain(begun.secret);
  const [newer, purpose] = ['a newer secret of the tests, as long as HS256 wants', 'second factors'];
  await renewSeals(em, openSeal([newer, jwtSecret], purpose));
  const [after] = await stored();
  expect(openSeal([newer], purpose).open(after!.sealed)).toBe(begun.secret);
  // A process that does not sign with it yet, but has been told of it.
  expect(openSeal([jwtSecret, newer], purpose).open(after!.sealed)).toBe(begun.secret);
  expect(() => openSeal([newer], 'letters').open(after!.sealed)).toThrow();
  await renewSeals(em, openSeal([jwtSecret, newer], purpose));
});
