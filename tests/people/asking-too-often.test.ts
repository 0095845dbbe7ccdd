import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ChangeEmailDocument,
  CreateRestaurantDocument,
  RefreshSessionDocument,
  RegisterDocument,
  RequestPasswordResetDocument,
  ResendVerificationDocument,
  SignInDocument,
  StartVisitDocument,
  VerifyEmailDocument,
  VerifyTokenDocument,
} from '../../schema/operations.ts';
import { Person } from '../../src/people/person.entity.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { codeIn } from '../support/as.ts';
import { key, password, person, place, type Person as Somebody, unique } from '../support/build.ts';
import { Address } from './address.ts';

const limits = { ...generousLimits, register: 3, letter: 2, createRestaurant: 3, startVisit: 3, token: 3 };

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { limits, trustProxy: 1 } });
});

afterAll(() => app.close());

const at = (address: string): Address => new Address(app, address);

test('registering is limited for a network', async () => {
  const register = (from: Address) => registering(from, `${unique('new')}@example.com`);
  for (let time = 0; time < limits.register; time++) expect(await register(at('198.51.100.1'))).toBe('OK');
  expect(await register(at('198.51.100.1'))).toBe('RATE_LIMITED');
  expect(await register(at('198.51.100.2'))).toBe('OK');
});

test('letters are limited for whom they go to, from wherever they are asked for', async () => {
  const ann = await person(app);
  const email = `${unique('letters')}@example.com`;
  for (let time = 0; time < limits.letter; time++) {
    expect(await registering(at(`198.51.100.${10 + time}`), email)).toBe('OK');
  }
  // Whoever waits long enough gets one, and the next one waits twice as long: on a slow machine some come late enough.
  const refused = async (ask: () => Promise<string>) => {
    while ((await ask()) !== 'RATE_LIMITED');
  };
  let host = 20;
  const another = () => at(`198.51.100.${host++}`);
  await refused(() => registering(another(), email.toUpperCase()));
  await refused(() => another().code(ResendVerificationDocument, { email }));
  await refused(() => ann.codeOf(ChangeEmailDocument, { email, password }));
});

test('a letter that resets the password comes also when a stranger has used up all others', async () => {
  const { email } = await person(app);
  for (let time = 0; time < limits.letter; time++) {
    expect(await registering(at(`198.51.100.${50 + time}`), email)).toBe('OK');
  }
  const reset = (host: number) => at(`198.51.100.${host}`).code(RequestPasswordResetDocument, { email });
  for (let time = 0; time < limits.letter; time++) expect(await reset(70 + time)).toBe('OK');
  let host = 80;
  while ((await reset(host++)) !== 'RATE_LIMITED');
});

test('a password that is refused uses up no letter', async () => {
  const email = `${unique('choosing')}@example.com`;
  const from = at('198.51.100.40');
  const input = { email, name: 'Ann', password: 'letmein1' };
  for (let time = 0; time < limits.register; time++)
    expect(await from.code(RegisterDocument, { input })).toBe('PASSWORD_REFUSED');
  expect(await registering(from, email)).toBe('OK');
});

test('restaurants are limited for who opens them, and nobody takes every slug there is', async () => {
  const [ann, bob] = [await person(app), await person(app)];
  const input = { title: 'Many', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'es-ES' };
  const opens = (who: Somebody) =>
    who.codeOf(CreateRestaurantDocument, {
      input: { ...input, slug: unique('many') },
      idempotencyKey: key(),
    });
  for (let time = 0; time < limits.createRestaurant; time++) expect(await opens(ann)).toBe('OK');
  expect(await opens(ann)).toBe('RATE_LIMITED');
  expect(await opens(bob)).toBe('OK');
});

test('dead codes are limited for a network, and so are visits of one table, each apart from the other', async () => {
  const here = await place(app);
  const visit = (slug: string, tableCode: string | null) =>
    at('198.51.100.1').code(StartVisitDocument, { slug, tableCode });
  for (let time = 0; time < limits.startVisit; time++) expect(await visit('nowhere', null)).toBe('NOT_FOUND');
  expect(await visit('nowhere', null)).toBe('RATE_LIMITED');
  for (let time = 0; time < limits.startVisit; time++) expect(await visit(here.slug, null)).toBe('OK');
  expect(await visit(here.slug, null)).toBe('RATE_LIMITED');
  expect(await visit(here.slug, here.tableCode)).toBe('OK');
});

test('bad tokens that are shown are limited for a network, to refresh and to verify together', async () => {
  const here = at('198.51.100.1');
  const verify = () => here.code(VerifyTokenDocument, { token: 'nonsense' });
  const refresh = () => here.code(RefreshSessionDocument, { refreshToken: 'nonsense' });
  expect(await verify()).toBe('OK');
  for (let time = 1; time < limits.token; time++) expect(await refresh()).toBe('UNAUTHENTICATED');
  expect([await refresh(), await verify()]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});

test('a good token goes on being good beside a stranger who shows bad ones', async () => {
  const [here, ann] = [at('198.51.100.40'), await person(app)];
  const { signIn } = await ann.ask(SignInDocument, { input: { email: ann.email, password } });
  for (let time = 0; time < limits.token; time++) {
    expect(await here.code(RefreshSessionDocument, { refreshToken: 'nonsense' })).toBe('UNAUTHENTICATED');
  }
  expect(await here.code(RefreshSessionDocument, { refreshToken: 'nonsense' })).toBe('RATE_LIMITED');
  expect(await here.code(VerifyEmailDocument, { token: 'nonsense' })).toBe('RATE_LIMITED');
  expect(await here.code(VerifyTokenDocument, { token: signIn.accessToken })).toBe('OK');
  expect(await here.code(RefreshSessionDocument, { refreshToken: signIn.refreshToken })).toBe('OK');
});

test('ten under aliases in one document count as ten', async () => {
  const field = (index: number, address: string) =>
    `a${index}: register(input: { email: "${address}", name: "Ann", password: "${password}" })`;
  const emails = Array.from({ length: 10 }, () => `${unique('alias')}@example.com`);
  const document = `mutation Ten { ${emails.map((email, index) => field(index, email)).join(' ')} }`;
  expect(codeIn((await at('198.51.100.30').answer(document, {})).result)).toBe('RATE_LIMITED');
  expect(await app.database.em().count(Person, { email: { $in: emails } })).toBe(limits.register);
  const tokens = Array.from({ length: 10 }, (_, index) => `a${index}: verifyToken(token: "x") { valid }`);
  const { result } = await at('198.51.100.30').answer(`query Ten { ${tokens.join(' ')} }`, {});
  expect(codeIn(result)).toBe('RATE_LIMITED');
});

function registering(from: Address, email: string) {
  return from.code(RegisterDocument, { input: { email, name: 'Ann', password } });
}
