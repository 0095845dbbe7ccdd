import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  GrantAdminDocument,
  MeDocument,
  PeopleDocument,
  RegisterDocument,
  ResetSecondFactorDocument,
  RestaurantApiKeysDocument,
  RevokeAdminDocument,
  SignInDocument,
  SuspendPersonDocument,
  UnsuspendPersonDocument,
} from '../../schema/operations.ts';
import { Wire } from '../events/wire.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, codeIn } from '../support/as.ts';
import { admin, type Person, type Place, password, person, place, unique } from '../support/build.ts';
import { setUp } from './second-factor.ts';

let app: TestApp;
let here: Place;
let ada: Person;
let ann: Person;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  [ada, ann] = [await admin(app), await person(app)];
  nobody = new As(app.url);
});

afterAll(() => app.close());

const seesKeys = (who: As) => who.codeOf(RestaurantApiKeysDocument, { slug: here.slug });
const signingIn = ({ email }: Person, secret = password) =>
  nobody.raw('mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }', {
    input: { email, password: secret },
  });

describe('searching', () => {
  test('finds people by a part of the name or of the address, whatever the case', async () => {
    const email = `${unique('Zoë_100%')}@example.com`;
    await nobody.ask(RegisterDocument, {
      input: { email, name: 'Zoë Ångström', password: 'a horse, correctly' },
    });
    const found = async (search: string) => {
      const { people } = await ada.ask(PeopleDocument, { search });
      return people.edges.map(({ node }) => node.email);
    };
    for (const part of ['ångst', 'ZOË', 'zoë_100%', 'oë ång']) expect(await found(part)).toEqual([email]);
    // What a pattern would take for anything.
    for (const part of ['z_100%', '%%', 'zo\\']) expect(await found(part)).toEqual([]);
  });

  test('goes in pages, the latest first', async () => {
    const { people } = await ada.ask(PeopleDocument, { first: 2, withTotal: true });
    const all = await ada.ask(PeopleDocument, { first: 100 });
    expect(people.totalCount).toBe(all.people.edges.length);
    const rest = await ada.ask(PeopleDocument, { after: people.pageInfo.endCursor, first: 100 });
    const ids = [...people.edges, ...rest.people.edges].map(({ node }) => node.id);
    expect(ids).toEqual(all.people.edges.map(({ node }) => node.id));
    expect(ids).toEqual([...ids].sort().reverse());
  });

  test.each(['x', 'x'.repeat(101)])('refuses what is too short or too long', async (search) => {
    expect(await ada.codeOf(PeopleDocument, { search })).toBe('BAD_USER_INPUT');
  });
});

describe('an admin', () => {
  test('is made and unmade, and their sockets come anew with other rights', async () => {
    const wire = await Wire.open(ann);
    const { grantAdmin } = await ada.ask(GrantAdminDocument, { personId: ann.id });
    expect(grantAdmin.admin).toBe(true);
    expect((await wire.closed).code).toBe(1012);
    expect(await seesKeys(ann)).toBe('OK');
    const again = await Wire.open(ann);
    await ada.ask(RevokeAdminDocument, { personId: ann.id });
    expect((await again.closed).code).toBe(1012);
    expect(await seesKeys(ann)).toBe('NOT_FOUND');
    expect(await ann.codeOf(PeopleDocument, {})).toBe('NOT_FOUND');
  });

  test('is the last one or not: of six who each remove the next at once, one stays, and cannot go', async () => {
    const alone = await startApp();
    try {
      const six: Person[] = [];
      for (let made = 0; made < 6; made += 1) six.push(await admin(alone));
      await Promise.all(
        six.map((one, index) => one.codeOf(RevokeAdminDocument, { personId: six[(index + 1) % 6]!.id })),
      );
      const codes = await Promise.all(six.map((one) => one.codeOf(PeopleDocument, {})));
      const left = six.filter((_, index) => codes[index] === 'OK');
      expect(left.length).toBeGreaterThan(0);
      for (const one of left.slice(1)) await left[0]!.ask(RevokeAdminDocument, { personId: one.id });
      expect(await left[0]!.codeOf(RevokeAdminDocument, { personId: left[0]!.id })).toBe('LAST_ADMIN');
      expect(await left[0]!.codeOf(SuspendPersonDocument, { personId: left[0]!.id })).toBe('LAST_ADMIN');
      expect(await left[0]!.codeOf(PeopleDocument, {})).toBe('OK');
    } finally {
      await alone.close();
    }
  });

  test('who steps down does nothing more in the same request', async () => {
    const [eve, bob] = [await admin(app), await person(app)];
    const both =
      'mutation($me: UUID!, $bob: UUID!) { revokeAdmin(personId: $me) { id } suspendPerson(personId: $bob) { id } }';
    expect(codeIn(await eve.raw(both, { me: eve.id, bob: bob.id }))).toBe('NOT_FOUND');
    expect(await eve.codeOf(PeopleDocument, {})).toBe('NOT_FOUND');
    expect(await bob.codeOf(MeDocument, {})).toBe('OK');
  });

  test('is nobody who is suspended, or is not there', async () => {
    const bob = await person(app);
    await ada.ask(SuspendPersonDocument, { personId: bob.id });
    expect(await ada.codeOf(GrantAdminDocument, { personId: bob.id })).toBe('FORBIDDEN');
    const unknown = { personId: randomUUIDv7() };
    expect([
      await ada.codeOf(GrantAdminDocument, unknown),
      await ada.codeOf(RevokeAdminDocument, unknown),
      await ada.codeOf(SuspendPersonDocument, unknown),
    ]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});

test('a second factor that nobody can show is taken away: the password is enough, and who was signed in is not', async () => {
  const bob = await person(app);
  const { recoveryCodes } = await setUp(bob);
  const signingIn = (code?: string) =>
    nobody.codeOf(SignInDocument, { input: { email: bob.email, password, code } });
  expect(await signingIn()).toBe('SECOND_FACTOR_REQUIRED');
  expect(await bob.codeOf(ResetSecondFactorDocument, { personId: bob.id })).toBe('NOT_FOUND');
  expect(await ada.codeOf(ResetSecondFactorDocument, { personId: randomUUIDv7() })).toBe('NOT_FOUND');
  await ada.ask(ResetSecondFactorDocument, { personId: bob.id });
  expect(await bob.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await app.mailbox.letterTo(bob.email)).toContain('ask whoever runs this service');
  expect(await app.mailbox.letterTo(bob.email)).toContain('the password alone');
  const { signIn } = await nobody.ask(SignInDocument, { input: { email: bob.email, password } });
  const again = new As(app.url, { accessToken: signIn.accessToken });
  expect(await ada.codeOf(ResetSecondFactorDocument, { personId: bob.id })).toBe('OK');
  expect(await again.codeOf(MeDocument, {})).toBe('OK');
  await setUp(again);
  expect(await signingIn(recoveryCodes[0])).toBe('SECOND_FACTOR_INVALID');
});

test('whoever is suspended is out everywhere, and signs in as with a wrong password, until it is lifted', async () => {
  const bob = await person(app);
  const { signIn } = await nobody.ask(SignInDocument, { input: { email: bob.email, password } });
  const tablet = new As(app.url, { accessToken: signIn.accessToken });
  const wires = [await Wire.open(bob), await Wire.open(tablet)];
  const bystander = await Wire.open(ann);
  for (const _ of ['once', 'again']) {
    const { suspendPerson } = await ada.ask(SuspendPersonDocument, { personId: bob.id });
    expect(suspendPerson.suspendedAt).not.toBeNull();
  }
  for (const { closed } of wires) expect((await closed).code).toBe(4403);
  expect(await bob.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  const comparable = ({ errors }: Awaited<ReturnType<typeof signingIn>>) =>
    errors!.map(({ message }) => message);
  expect(comparable(await signingIn(bob))).toEqual(comparable(await signingIn(bob, 'another password')));
  expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
  await bystander.hangUp();

  await ada.ask(UnsuspendPersonDocument, { personId: bob.id });
  expect(await bob.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect((await signingIn(bob)).errors).toBeUndefined();
});
