import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import {
  BeginSecondFactorDocument,
  ChangeEmailDocument,
  ChangePasswordDocument,
  DeleteMeDocument,
  DisableSecondFactorDocument,
  RegisterDocument,
  SignInDocument,
} from '../../schema/operations.ts';
import { openPasswords } from '../../src/people/passwords.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { password, person } from '../support/build.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { passwordQueue: 1 } });
});

afterAll(() => app.close());

test('two hash at once, one more waits, and the rest are told when to come again', async () => {
  const passwords = openPasswords(1)('here');
  const hashing = await Promise.allSettled(Array.from({ length: 20 }, () => passwords.hash(password)));
  expect(hashing.map(({ status }) => status)).toEqual([
    ...Array(3).fill('fulfilled'),
    ...Array(17).fill('rejected'),
  ]);
  const [, , , refused] = hashing as PromiseRejectedResult[];
  expect(refused!.reason).toMatchObject({ code: 'RATE_LIMITED', facts: { retryAfter: 1 } });
  const [first] = hashing as PromiseFulfilledResult<string>[];
  expect(await passwords.matches(password, first!.value)).toBe(true);
});

test('one network fills half of the places to wait, and leaves the others to the rest', async () => {
  const from = openPasswords(4);
  const flood = Array.from({ length: 10 }, () => from('one').hash(password));
  const [other, ...statuses] = await Promise.allSettled([from('other').hash(password), ...flood]);
  expect(other.status).toBe('fulfilled');
  expect(statuses.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
});

test('of a text far too long to be a password only the beginning is looked at', async () => {
  const passwords = openPasswords(0)('here');
  const hash = await passwords.hash('x'.repeat(1_024));
  expect(await passwords.matches('x'.repeat(200_000), hash)).toBe(true);
  const input = { email: 'zoe@comanda.test', name: 'Zoe', password: `a${'\u0301\u0323'.repeat(60_000)}` };
  expect(await new As(app.url).codeOf(RegisterDocument, { input })).toBe('PASSWORD_REFUSED');
});

test('no verb normalises a text that is far too long', async () => {
  const ann = await person(app);
  const long = `a${'\u0301\u0323'.repeat(2_000)}`;
  const { normalize } = String.prototype;
  const lengths: number[] = [];
  String.prototype.normalize = function (this: string, form) {
    lengths.push(this.length);
    return normalize.call(this, form);
  };
  const { email } = ann;
  await ann.codeOf(SignInDocument, { input: { email, password: long } });
  await ann.codeOf(RegisterDocument, { input: { email: 'yan@comanda.test', name: 'Yan', password: long } });
  await ann.codeOf(ChangePasswordDocument, { current: long, next: password });
  await ann.codeOf(ChangePasswordDocument, { current: password, next: long });
  await ann.codeOf(ChangeEmailDocument, { email: 'ann@comanda.test', password: long });
  await ann.codeOf(DeleteMeDocument, { password: long });
  await ann.codeOf(BeginSecondFactorDocument, { password: long });
  await ann.codeOf(DisableSecondFactorDocument, { password: long, code: '123456' });
  String.prototype.normalize = normalize;
  expect(lengths.filter((length) => length > 1_024)).toEqual([]);
});

test('a flood of sign-ins is refused with a Retry-After, and is over when it has passed', async () => {
  const { email } = await person(app);
  // Nobody has the address, so each costs what a real hash does; those of tests are cheap.
  const input = { email: 'nobody@comanda.test', password };
  const flood = await Promise.all(Array.from({ length: 20 }, () => post(input)));
  const refused = flood.find(({ code }) => code === 'RATE_LIMITED');
  expect(refused).toEqual({ code: 'RATE_LIMITED', retryAfter: 1, header: '1' });
  expect(await new As(app.url).codeOf(SignInDocument, { input: { email, password } })).toBe('OK');
});

async function post(input: { email: string; password: string }) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(SignInDocument), variables: { input } }),
  });
  const { errors } = (await response.json()) as {
    errors: { extensions: { code: string; problem: { retryAfter?: number } } }[];
  };
  const { code, problem } = errors[0]!.extensions;
  return { code, retryAfter: problem.retryAfter, header: response.headers.get('retry-after') };
}
