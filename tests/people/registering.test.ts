import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MeDocument, RegisterDocument, SignInDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { password, unique } from '../support/build.ts';

let app: TestApp;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  nobody = new As(app.url);
});

afterAll(() => app.close());

const someone = (email: string, secret = password, name = 'Ann') => ({
  input: { email, name, password: secret },
});

interface PersonRow {
  readonly name: string;
  readonly email: string;
  readonly password_hash: string;
}

function peopleWith(email: string): Promise<PersonRow[]> {
  return rows(app.database.em(), sql`select * from person where lower(email) = ${email.toLowerCase()}`);
}

test('whoever registers signs in and is told who they are', async () => {
  const email = `${unique('Ann')}@Example.com`;
  expect(await nobody.ask(RegisterDocument, someone(email))).toEqual({ register: true });
  const { signIn } = await nobody.ask(SignInDocument, { input: { email, password } });
  const ann = new As(app.url, { accessToken: signIn.accessToken });
  expect((await ann.ask(MeDocument)).me).toMatchObject({ email, name: 'Ann', id: signIn.person.id });
});

test('registering gives no token, and nobody is "me" without one', async () => {
  expect(await nobody.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
});

test('a taken address answers like any other, in any case of its letters, and makes nothing', async () => {
  const email = `${unique('taken')}@example.com`;
  const first = await nobody.ask(RegisterDocument, someone(email));
  const second = await nobody.ask(RegisterDocument, someone(email.toUpperCase(), 'another password', 'Bob'));
  expect(second).toEqual(first);
  expect(await peopleWith(email)).toEqual([expect.objectContaining({ name: 'Ann', email })]);
  const mallory = { input: { email, password: 'another password' } };
  expect(await nobody.codeOf(SignInDocument, mallory)).toBe('UNAUTHENTICATED');
});

test('two who register one address at once make one account', async () => {
  const email = `${unique('race')}@example.com`;
  const answers = await Promise.all([1, 2, 3, 4].map(() => nobody.codeOf(RegisterDocument, someone(email))));
  expect(answers).toEqual(['OK', 'OK', 'OK', 'OK']);
  expect(await peopleWith(email)).toHaveLength(1);
});

test('the password is stored as argon2id with its parameters, never as it is', async () => {
  const email = `${unique('hashed')}@example.com`;
  await nobody.ask(RegisterDocument, someone(email));
  const [person] = await peopleWith(email);
  expect(person!.password_hash).toMatch(/^\$argon2id\$v=19\$m=\d{5,},t=\d+,p=\d+\$[\w-]{22}\$[\w-]{43}$/);
  expect(JSON.stringify(person)).not.toContain(password);
});

test('two people with one password have two hashes', async () => {
  const emails = [`${unique('one')}@example.com`, `${unique('two')}@example.com`];
  for (const email of emails) await nobody.ask(RegisterDocument, someone(email));
  const hashes = (await Promise.all(emails.map(peopleWith))).map(([person]) => person!.password_hash);
  expect(new Set(hashes).size).toBe(2);
});

test.each([
  ['a password of 7 characters', someone('short@example.com', '1234567')],
  ['a password of 129 characters', someone('long@example.com', 'x'.repeat(129))],
  ['an address without a domain', someone('nowhere')],
  ['an address of 255 characters', someone(`${'x'.repeat(243)}@example.com`)],
  ['no name', someone('noname@example.com', password, '')],
  ['a name of 101 characters', someone('longname@example.com', password, 'x'.repeat(101))],
])('%s is refused and makes nothing', async (_, variables) => {
  expect(await nobody.codeOf(RegisterDocument, variables)).toBe('BAD_USER_INPUT');
  expect(await peopleWith(variables.input.email)).toEqual([]);
});

test('a password of 128 characters of any script is good', async () => {
  const input = { email: `${unique('long')}@example.com`, password: 'ñ漢'.repeat(64) };
  await nobody.ask(RegisterDocument, { input: { ...input, name: 'Ñ' } });
  expect(await nobody.codeOf(SignInDocument, { input })).toBe('OK');
});
