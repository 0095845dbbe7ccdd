import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  MeDocument,
  RegisterDocument,
  RequestPasswordResetDocument,
  ResendVerificationDocument,
  ResetPasswordDocument,
  SignInDocument,
  VerifyEmailDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { password, person, unique } from '../support/build.ts';
import { statementsOf } from '../support/statements-of.ts';
import { tokenIn } from '../support/token-in.ts';

let app: TestApp;
let nobody: As;

beforeAll(async () => {
  // So long that no reading of the news gets into what is counted.
  app = await startApp({ config: { pollMs: 600_000 } });
  nobody = new As(app.url);
});

afterAll(() => app.close());

const someone = (email: string, secret = password, name = 'Ann') => ({
  input: { email, name, password: secret },
});

const address = (name: string): string => `${unique(name)}@example.com`;

async function tokenTo(email: string): Promise<string> {
  return tokenIn(await app.mailbox.letterTo(email));
}

const signIn = (email: string, secret = password) =>
  nobody.codeOf(SignInDocument, { input: { email, password: secret } });

const verify = (token: string) => nobody.codeOf(VerifyEmailDocument, { token });

interface PersonRow {
  readonly name: string;
  readonly email: string;
  readonly password_hash: string;
}

function peopleWith(email: string): Promise<PersonRow[]> {
  return rows(app.database.em(), sql`select * from person where lower(email) = ${email.toLowerCase()}`);
}

test('whoever registers gets a letter, verifies the address with it, signs in and is told who they are', async () => {
  const email = `${unique('Ann')}@Example.com`;
  expect(await nobody.ask(RegisterDocument, someone(email))).toEqual({ register: true });
  expect(await signIn(email)).toBe('UNAUTHENTICATED');
  const token = await tokenTo(email);
  expect(await nobody.ask(VerifyEmailDocument, { token })).toEqual({
    verifyEmail: { deviceToken: expect.any(String) },
  });
  const session = (await nobody.ask(SignInDocument, { input: { email, password } })).signIn;
  const ann = new As(app.url, { accessToken: session.accessToken });
  expect((await ann.ask(MeDocument)).me).toMatchObject({ email, name: 'Ann', id: session.person.id });
  expect(await verify(token)).toBe('TOKEN_INVALID');
});

test('registering gives no token, and nobody is "me" without one', async () => {
  expect(await nobody.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
});

test('a taken address answers like any other, in any case of its letters, and makes nothing', async () => {
  const { email } = await person(app, `${unique('Taken')}@Example.com`);
  const answer = await nobody.ask(
    RegisterDocument,
    someone(email.toUpperCase(), 'another password', 'Mallory'),
  );
  expect(answer).toEqual({ register: true });
  expect(await peopleWith(email)).toEqual([expect.objectContaining({ name: 'Somebody', email })]);
  expect(await signIn(email, 'another password')).toBe('UNAUTHENTICATED');
  const letter = await app.mailbox.emailTo(email);
  expect(letter.to).toEqual([{ name: '', address: email.replace('@Example', '@example') }]);
  expect(letter.subject).toBe('You have an account already');
  expect(letter.text).toContain('http://comanda.test');
  expect(letter.text).not.toContain('Mallory');
});

describe('a letter that does not come or comes late', () => {
  test('is sent again, and the newer one is good as well', async () => {
    const email = address('again');
    await nobody.ask(RegisterDocument, someone(email));
    await tokenTo(email);
    expect(await nobody.ask(ResendVerificationDocument, { email: email.toUpperCase() })).toEqual({
      resendVerification: true,
    });
    expect(await verify(await tokenTo(email))).toBe('OK');
    expect(await signIn(email)).toBe('OK');
  });

  test('says what there is when there is nothing to verify', async () => {
    const [unknown, { email: known }] = [address('unknown'), await person(app)];
    for (const email of [unknown, known]) await nobody.ask(ResendVerificationDocument, { email });
    expect((await app.mailbox.emailTo(unknown)).subject).toBe('You have no account with this address');
    expect((await app.mailbox.emailTo(known)).subject).toBe('You have an account already');
    expect(await peopleWith(unknown)).toEqual([]);
  });

  test('is good for a day', async () => {
    const email = address('late');
    await nobody.ask(RegisterDocument, someone(email));
    const token = await tokenTo(email);
    await rows(
      app.database.em(),
      sql`update account_token set expires_at = expires_at - interval '24 hours'`,
    );
    expect(await verify(token)).toBe('TOKEN_INVALID');
    expect(await signIn(email)).toBe('UNAUTHENTICATED');
  });
});

test("of two who register one address, the one whose letter is read gets in: a stranger's password does not", async () => {
  const email = address('wanted');
  const tokens = [];
  for (const secret of ['the stranger came first', password, 'and came back later']) {
    await nobody.ask(RegisterDocument, someone(email, secret));
    tokens.push(await tokenTo(email));
  }
  expect(await verify(tokens[1]!)).toBe('OK');
  for (const token of tokens) expect(await verify(token)).toBe('TOKEN_INVALID');
  expect(await signIn(email)).toBe('OK');
  expect(await signIn(email, 'the stranger came first')).toBe('UNAUTHENTICATED');
  expect(await signIn(email, 'and came back later')).toBe('UNAUTHENTICATED');
});

test("a letter sent again makes no stranger's password good: of several who registered its reader chooses one", async () => {
  const email = address('again-wanted');
  for (const secret of [password, 'the stranger came last']) {
    await nobody.ask(RegisterDocument, someone(email, secret));
    await tokenTo(email);
  }
  await nobody.ask(ResendVerificationDocument, { email });
  const letter = await app.mailbox.emailTo(email);
  const token = tokenIn(letter.text!);
  expect(await verify(token)).toBe('TOKEN_INVALID');
  expect(letter.subject).toBe('Choose a password to verify your e-mail address');
  expect(await nobody.codeOf(ResetPasswordDocument, { token, password: 'mine and only mine' })).toBe('OK');
  expect(await signIn(email, 'the stranger came last')).toBe('UNAUTHENTICATED');
  expect(await signIn(email, password)).toBe('UNAUTHENTICATED');
  expect(await signIn(email, 'mine and only mine')).toBe('OK');
});

test('two who register one address at once make one account', async () => {
  const email = address('race');
  const answers = await Promise.all([1, 2, 3, 4].map(() => nobody.codeOf(RegisterDocument, someone(email))));
  expect(answers).toEqual(['OK', 'OK', 'OK', 'OK']);
  expect(await peopleWith(email)).toHaveLength(1);
});

describe('what is asked of the database is the same', () => {
  /** For an address without an account, for one that waits to be verified, and for one with an account. */
  async function statements(ask: (email: string) => Promise<unknown>): Promise<string[][]> {
    const [unknown, waiting, { email: known }] = [address('new'), address('waiting'), await person(app)];
    await nobody.ask(RegisterDocument, someone(waiting));
    const asked = [];
    for (const email of [unknown, waiting, known]) asked.push(await statementsOf(app, () => ask(email)));
    return asked;
  }

  test.each([
    ['registers', (email: string) => nobody.ask(RegisterDocument, someone(email))],
    ['wants a new password', (email: string) => nobody.ask(RequestPasswordResetDocument, { email })],
    ['wants its letter again', (email: string) => nobody.ask(ResendVerificationDocument, { email })],
    ['signs in with a wrong password', (email: string) => signIn(email, 'a wrong password')],
  ])('whoever %s', async (_, ask) => {
    const [unknown, waiting, known] = await statements(ask);
    expect(unknown!.length).toBeGreaterThan(0);
    expect(waiting).toEqual(unknown);
    expect(known).toEqual(unknown);
  });
});

test('the password is stored as argon2id with its parameters, the token as a hash, neither as it is', async () => {
  const email = address('hashed');
  await nobody.ask(RegisterDocument, someone(email));
  const [person] = await peopleWith(email);
  expect(person!.password_hash).toMatch(/^\$argon2id\$v=19\$m=\d{5,},t=\d+,p=\d+\$[\w-]{22}\$[\w-]{43}$/);
  expect(JSON.stringify(person)).not.toContain(password);
  const tokens = await rows(app.database.em(), sql`select * from account_token`);
  expect(tokens.length).toBeGreaterThan(0);
  expect(JSON.stringify(tokens)).not.toContain(await tokenTo(email));
});

test('two people with one password have two hashes', async () => {
  const emails = [address('one'), address('two')];
  for (const email of emails) await nobody.ask(RegisterDocument, someone(email));
  const hashes = (await Promise.all(emails.map(peopleWith))).map(([person]) => person!.password_hash);
  expect(new Set(hashes).size).toBe(2);
});

test.each([
  ['an address without a domain', someone('nowhere')],
  ['an address of 255 characters', someone(`${'x'.repeat(243)}@example.com`)],
  ['no name', someone('noname@example.com', password, '')],
  ['a name of two lines', someone('lines@example.com', password, 'Ann\nYour account is locked')],
  ['a name of 101 characters', someone('longname@example.com', password, 'x'.repeat(101))],
])('%s is refused and makes nothing', async (_, variables) => {
  expect(await nobody.codeOf(RegisterDocument, variables)).toBe('BAD_USER_INPUT');
  expect(await peopleWith(variables.input.email)).toEqual([]);
});

test.each([['nowhere'], [`${'x'.repeat(243)}@example.com`]])(
  'no letter is sent again to %.10s',
  async (email) => {
    expect(await nobody.codeOf(ResendVerificationDocument, { email })).toBe('BAD_USER_INPUT');
  },
);

test.each([[''], ['nonsense'], ['x'.repeat(5000)]])(
  'what is no token verifies nothing: %.10s',
  async (token) => {
    expect(await verify(token)).toBe('TOKEN_INVALID');
  },
);
