import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type AccountFilterInput,
  type AccountOrderInput,
  GrantAdminDocument,
  MeDocument,
  PeopleDocument,
  type PeopleQueryVariables,
  RegisterDocument,
  ResetSecondFactorDocument,
  RestaurantApiKeysDocument,
  RevokeAdminDocument,
  SignInDocument,
  SuspendPersonDocument,
  UnsuspendPersonDocument,
  UpdateMeDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
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
  type Wanted = Partial<PeopleQueryVariables>;
  const found = async (wanted: Wanted) =>
    (await ada.ask(PeopleDocument, wanted)).people.edges.map(({ node }) => node.email);

  test('finds people by a part of the name or of the address, whatever the case and the accents', async () => {
    const email = `${unique('Zoë_100%')}@example.com`;
    await nobody.ask(RegisterDocument, {
      input: { email, name: 'Zoë Ångström', password: 'a horse, correctly' },
    });
    for (const text of ['ångst', 'ZOË', 'zoe angstrom', 'zoë_100%', 'oë ång'])
      expect(await found({ filter: { text } })).toEqual([email]);
    // What a pattern would take for anything.
    for (const text of ['z_100%', '%%', 'zo\\']) expect(await found({ filter: { text } })).toEqual([]);
    const asBefore = await ada.raw(
      'query($search: String) { people(search: $search) { edges { node { email } } } }',
      {
        search: 'ångst',
      },
    );
    expect(asBefore.data).toEqual({ people: { edges: [{ node: { email } }] } });
  });

  test.each(['x', 'x'.repeat(101)])('refuses what is too short or too long', async (text) => {
    expect(await ada.codeOf(PeopleDocument, { filter: { text } })).toBe('BAD_USER_INPUT');
  });

  test('filters and orders by all there is, several at once', async () => {
    const domain = `${unique('at')}.example.com`;
    const made: Person[] = [];
    for (const [name, address] of [
      ['Émile', 'b'],
      ['emile', 'a'],
      ['Zoe', 'c'],
      ['Adam', 'D'],
    ] as const) {
      const one = await person(app, `${address}@${domain}`);
      await one.ask(UpdateMeDocument, { input: { name } });
      made.push(one);
    }
    const [b, a, c, d] = made.map(({ email }) => email);
    const query = (statement: Sql) => rows(app.database.em(), statement);
    await query(sql`update person set verified_at = null where email = ${a}`);
    await ada.ask(SuspendPersonDocument, { personId: made[2]!.id });
    await ada.ask(GrantAdminDocument, { personId: made[3]!.id });
    for (const [index, { id }] of made.entries())
      await query(
        sql`update person set created_at = ${new Date(Date.UTC(2020, 0, 1 + index))} where id = ${id}`,
      );

    const filters: [AccountFilterInput, unknown[]][] = [
      [{}, [d, c, b, a].sort()],
      [{ verified: false }, [a]],
      [{ verified: true }, [b, c, d].sort()],
      [{ suspended: true }, [c]],
      [{ suspended: false }, [a, b, d].sort()],
      [{ admin: true }, [d]],
      [{ admin: false, suspended: false, verified: true }, [b]],
      [{ createdFrom: '2020-01-02T00:00:00Z' }, [a, c, d].sort()],
      [{ createdFrom: '2020-01-02T00:00:00Z', createdTo: '2020-01-03T00:00:00Z' }, [a]],
      [{ createdTo: '0001-01-01T00:00:00Z' }, []],
    ];
    for (const [filter, expected] of filters) {
      const emails = await found({ filter: { text: domain, ...filter } });
      expect([filter, emails.sort()]).toEqual([filter, expected]);
    }

    const orders: [AccountOrderInput[], unknown[]][] = [
      [[], [d, c, a, b]],
      [
        [{ by: 'NAME' }, { by: 'EMAIL' }],
        [d, a, b, c],
      ],
      [
        [
          { by: 'NAME', descending: true },
          { by: 'EMAIL', descending: true },
        ],
        [c, b, a, d],
      ],
      [[{ by: 'EMAIL' }], [a, b, c, d]],
      [[{ by: 'CREATED_AT' }], [b, a, c, d]],
    ];
    for (const [orderBy, expected] of orders)
      expect([orderBy, await found({ filter: { text: domain }, orderBy })]).toEqual([orderBy, expected]);
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
