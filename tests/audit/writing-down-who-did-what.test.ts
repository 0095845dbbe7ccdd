import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AcceptInviteDocument,
  ArchiveRestaurantDocument,
  AuditEntriesDocument,
  type AuditFilterInput,
  CreateApiKeyDocument,
  KitchenTicketsDocument,
  MoveOrderDocument,
  MyAuditEntriesDocument,
  PeopleDocument,
  RenameTableDocument,
  RestaurantAuditDocument,
  RestaurantOrderListDocument,
  RestaurantStaffDocument,
  RestaurantTablesDocument,
  RevokeApiKeyDocument,
  RotateTableCodeDocument,
  SetItemAvailableDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { As, codeIn } from '../support/as.ts';
import { admin, guest, key, type Person, type Place, person, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

const refusal = 4;

let app: TestApp;
let here: Place;
let elsewhere: Place;
let ada: Person;
/** When the test began: what those before it left is not its concern. */
let since: string;

beforeAll(async () => {
  app = await startApp({ config: { limits: { ...generousLimits, refusal } } });
  ada = await admin(app);
  here = await place(app);
  elsewhere = await place(app);
});

beforeEach(() => {
  since = new Date().toISOString();
});

afterAll(() => app.close());

const aKey = () => ({
  input: {
    restaurantId: here.id,
    name: 'The till of Mr Secret',
    scopes: ['ORDERS_READ' as const],
    expiresAt: '2099-01-01T00:00:00.000Z',
  },
  idempotencyKey: key(),
});

async function entries(filter: AuditFilterInput = {}, who: As = here.owner) {
  const { restaurantAudit } = await who.ask(RestaurantAuditDocument, {
    restaurantId: here.id,
    filter: { since, ...filter },
  });
  return restaurantAudit.edges.map(({ node }) => node);
}

test('a success says who, to whom, when, from where, and with which choices, and holds no text', async () => {
  const before = Date.now();
  const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, aKey());
  const [entry, ...others] = await entries({ field: 'createApiKey' });
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    actorKind: 'PERSON',
    actorId: here.owner.id,
    asAdmin: false,
    askedFrom: '127.0.0.1',
    restaurantId: here.id,
    subjectIds: [createApiKey.key.id],
    outcome: 'OK',
    arguments: {
      input: {
        restaurantId: here.id,
        name: '***',
        scopes: ['orders:read'],
        expiresAt: '2099-01-01T00:00:00.000Z',
      },
      idempotencyKey: '***',
    },
  });
  expect(Date.parse(entry!.at)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(entry!.at)).toBeLessThanOrEqual(Date.now());
});

test('a refusal is kept with its code, under the id that its answer had', async () => {
  const mona = await staff(app, here.id, 'MANAGER');
  const answer = await mona.raw('mutation($id: UUID!) { archiveRestaurant(restaurantId: $id) { id } }', {
    id: here.id,
  });
  expect(await entries({ actorId: mona.id })).toMatchObject([
    {
      field: 'archiveRestaurant',
      requestId: answer.errors![0]!.extensions!['requestId'],
      subjectIds: [],
      arguments: { restaurantId: here.id },
      outcome: codeIn(answer),
    },
  ]);
});

test('an outsider who tries, with an account or without, leaves no row anywhere', async () => {
  const rotating = { tableId: here.tableId };
  for (const one of [elsewhere.owner, new As(app.url), await guest(app, here)]) {
    expect(await one.codeOf(RotateTableCodeDocument, rotating)).toBe('NOT_FOUND');
  }
  const filter = { field: 'rotateTableCode', since };
  expect((await ada.ask(AuditEntriesDocument, { filter })).auditEntries.edges).toEqual([]);
});

test('refusals of who has no part in it are kept some an hour and then logged; of who works there, all', async () => {
  const [mallory, mona] = [await person(app), await staff(app, here.id, 'MANAGER')];
  for (let time = 0; time < 12; time++) {
    expect(await mallory.codeOf(AcceptInviteDocument, { token: 'unknown' })).toBe('TOKEN_INVALID');
    expect(await mona.codeOf(ArchiveRestaurantDocument, { restaurantId: here.id })).toBe('FORBIDDEN');
  }
  const filter = { actorId: mallory.id, since };
  const { edges } = (await ada.ask(AuditEntriesDocument, { filter })).auditEntries;
  const logged = app.log.filter((line) => line.includes(mallory.id));
  expect(edges.length).toBeGreaterThanOrEqual(refusal);
  expect(logged.length).toBeGreaterThan(0);
  expect(edges.length + logged.length).toBe(12);
  expect(await entries({ actorId: mona.id })).toHaveLength(12);
});

describe('what an admin of the platform reads by that right is kept', () => {
  const read = async (filter: AuditFilterInput = {}) =>
    (await entries({ actorId: ada.id, ...filter })).map(({ field, asAdmin, outcome }) => [
      field,
      asAdmin,
      outcome,
    ]);

  test('in a restaurant, by field, once for a request; not what it says of the admin alone', async () => {
    const { id, slug } = here;
    await placedOrder(await guest(app, here), here);
    await ada.ask(RestaurantStaffDocument, { restaurantId: id });
    expect(await read()).toEqual([['restaurantStaff', true, 'OK']]);
    await ada.ask(RestaurantOrderListDocument, { slug });
    await ada.raw(
      'query($slug: String!) { a: restaurant(slug: $slug) { myRole apiKeys { id } } b: restaurant(slug: $slug) { apiKeys { id } } }',
      { slug },
    );
    expect(await read()).toEqual([
      ['Restaurant.apiKeys', true, 'OK'],
      ['Restaurant.orders', true, 'OK'],
      ['restaurantStaff', true, 'OK'],
    ]);
  });

  test('a stream of it, when it begins', async () => {
    const screen = ada.live(KitchenTicketsDocument, { restaurantId: here.id });
    await screen.at(0);
    await placedOrder(await guest(app, here), here);
    await screen.at(1);
    expect(await read()).toEqual([['kitchenTickets', true, 'OK']]);
    await ada.hangUp();
  });

  test('accounts and the audit', async () => {
    await ada.ask(PeopleDocument, { filter: { text: 'somebody' } });
    const filter = { actorId: ada.id, since };
    const asked = async () =>
      (await ada.ask(AuditEntriesDocument, { filter })).auditEntries.edges.map(({ node }) => node);
    expect(await asked()).toMatchObject([
      { field: 'people', arguments: { filter: { text: '***' } }, restaurantId: null },
    ]);
    expect(await asked()).toMatchObject([{ field: 'auditEntries' }, { field: 'people' }]);
  });

  test('of a restaurant that is not the own only, and of nobody else', async () => {
    const own = await place(app, ada);
    await ada.ask(RestaurantStaffDocument, { restaurantId: own.id });
    await here.owner.ask(RestaurantStaffDocument, { restaurantId: here.id });
    const filter = { field: 'restaurantStaff', since };
    expect((await ada.ask(AuditEntriesDocument, { filter })).auditEntries.edges).toEqual([]);
  });
});

test('each mutation of a document has an entry of its own, and so has one that finds nothing left to do', async () => {
  const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, aKey());
  const keyId = createApiKey.key.id;
  const twice =
    'mutation($keyId: UUID!) { a: revokeApiKey(keyId: $keyId) { id } b: revokeApiKey(keyId: $keyId) { id } }';
  await here.owner.raw(twice, { keyId });
  const revoked = await entries({ field: 'revokeApiKey' });
  expect(revoked.map(({ outcome, subjectIds }) => [outcome, subjectIds])).toEqual([
    ['OK', []],
    ['OK', [keyId]],
  ]);
  expect(revoked[0]!.requestId).toBe(revoked[1]!.requestId);
});

test('what a program does is the deed of its key', async () => {
  const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, aKey());
  const till = new As(app.url, { accessToken: createApiKey.token! });
  expect(await till.codeOf(RevokeApiKeyDocument, { keyId: createApiKey.key.id })).toBe('FORBIDDEN');
  expect(await entries({ actorId: createApiKey.key.id })).toMatchObject([
    { actorKind: 'KEY', field: 'revokeApiKey', outcome: 'FORBIDDEN' },
  ]);
});

test('the work of the day is not kept, unless an admin of the platform does it', async () => {
  const kim = await staff(app, here.id, 'KITCHEN');
  const anna = await guest(app, here);
  for (const cook of [kim, ada]) {
    const { id: orderId, version: expectedVersion } = await placedOrder(anna, here);
    await cook.ask(MoveOrderDocument, { orderId, to: 'ACCEPTED', expectedVersion });
    await cook.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: true });
  }
  expect(await entries({ actorId: kim.id })).toEqual([]);
  expect(await entries({ actorId: ada.id })).toMatchObject([
    { field: 'setItemAvailable', asAdmin: true, outcome: 'OK' },
    { field: 'moveOrder', asAdmin: true, outcome: 'OK', arguments: { to: 'ACCEPTED', expectedVersion: 1 } },
  ]);
  await placedOrder(ada, here);
  expect(await entries({ actorId: ada.id })).toHaveLength(2);
});

describe('neither is there without the other', () => {
  test('a change whose entry cannot be kept does not happen', async () => {
    const em = app.database.em();
    await rows(em, sql`alter table audit_entry add constraint none check (field <> 'renameTable') not valid`);
    try {
      const input = { tableId: here.tableId, name: 'Renamed' };
      expect(await here.owner.codeOf(RenameTableDocument, { input })).toBe('INTERNAL_SERVER_ERROR');
    } finally {
      await rows(em, sql`alter table audit_entry drop constraint none`);
    }
    const { restaurant } = await here.owner.ask(RestaurantTablesDocument, { slug: here.slug });
    expect(restaurant.tables.map(({ name }) => name)).not.toContain('Renamed');
  });

  test.each([
    ['update', sql`update audit_entry set outcome = 'OK'`],
    ['delete', sql`delete from audit_entry`],
    ['truncate', sql`truncate audit_entry`],
  ])('the database refuses to %s an entry', async (_, statement) => {
    const before = await entries();
    await expect(rows(app.database.em(), statement)).rejects.toThrow(/audit_entry is append-only/);
    expect(await entries()).toEqual(before);
  });
});

describe('reading it', () => {
  test('by time, by actor and in pages; admins have every restaurant in one list', async () => {
    for (const owner of [here.owner, elsewhere.owner]) {
      const tableId = owner === here.owner ? here.tableId : elsewhere.tableId;
      for (const name of ['One', 'Two', 'Three'])
        await owner.ask(RenameTableDocument, { input: { tableId, name } });
    }
    const renamed = { field: 'renameTable', since };
    expect(await entries(renamed)).toHaveLength(3);
    expect(await entries({ ...renamed, until: since })).toEqual([]);
    expect(await entries({ ...renamed, actorId: elsewhere.owner.id })).toEqual([]);
    const { auditEntries: all } = await ada.ask(AuditEntriesDocument, {
      filter: renamed,
      first: 4,
      withTotal: true,
    });
    expect(all.totalCount).toBe(6);
    const after = all.pageInfo.endCursor;
    const { auditEntries: rest } = await ada.ask(AuditEntriesDocument, { filter: renamed, after });
    const places = [...all.edges, ...rest.edges].map(({ node }) => node.restaurantId);
    expect(places).toEqual([elsewhere, elsewhere, elsewhere, here, here, here].map(({ id }) => id));
    const one = await ada.ask(AuditEntriesDocument, { restaurantId: elsewhere.id, filter: renamed });
    expect(one.auditEntries.edges).toHaveLength(3);
  });

  test('by what came of it, by what kind of somebody, and by which right; oldest first too', async () => {
    const mona = await staff(app, here.id, 'MANAGER');
    const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, aKey());
    const till = new As(app.url, { accessToken: createApiKey.token! });
    await till.codeOf(RevokeApiKeyDocument, { keyId: createApiKey.key.id });
    await mona.codeOf(ArchiveRestaurantDocument, { restaurantId: here.id });
    await ada.ask(RenameTableDocument, { input: { tableId: here.tableId, name: 'By Ada' } });
    const fields = async (filter: AuditFilterInput) => (await entries(filter)).map(({ field }) => field);
    const filters: [AuditFilterInput, string[]][] = [
      [{}, ['renameTable', 'archiveRestaurant', 'revokeApiKey', 'createApiKey']],
      [{ outcome: ['OK'] }, ['renameTable', 'createApiKey']],
      [{ outcome: ['FORBIDDEN'] }, ['archiveRestaurant', 'revokeApiKey']],
      [{ outcome: ['FORBIDDEN', 'OK'], actorKind: ['KEY'] }, ['revokeApiKey']],
      [{ outcome: ['NOT_FOUND'] }, []],
      [{ outcome: [] }, []],
      [{ actorKind: ['GUEST', 'NOBODY', 'OPERATOR'] }, []],
      [{ actorKind: ['PERSON'], asAdmin: false }, ['archiveRestaurant', 'createApiKey']],
      [{ asAdmin: true }, ['renameTable']],
    ];
    for (const [filter, expected] of filters)
      expect([filter, await fields(filter)]).toEqual([filter, expected]);
    const oldest = { restaurantId: here.id, filter: { since }, orderBy: [{ by: 'AT' as const }], first: 1 };
    const { edges } = (await here.owner.ask(RestaurantAuditDocument, oldest)).restaurantAudit;
    expect(edges.map(({ node }) => node.field)).toEqual(['createApiKey']);
  });

  test('what one did oneself, wherever, and nothing of others', async () => {
    const both = await place(app, elsewhere.owner);
    for (const { tableId } of [elsewhere, both])
      await elsewhere.owner.ask(RenameTableDocument, { input: { tableId, name: 'Mine' } });
    await here.owner.ask(RenameTableDocument, { input: { tableId: here.tableId, name: 'Not mine' } });
    const filter = { field: 'renameTable', outcome: ['OK' as const], since };
    const { myAuditEntries } = await elsewhere.owner.ask(MyAuditEntriesDocument, { filter, withTotal: true });
    expect(myAuditEntries.totalCount).toBe(2);
    const places = myAuditEntries.edges.map(({ node }) => node.restaurantId);
    expect(places).toEqual([both.id, elsewhere.id]);
    const asking = 'query($filter: MyAuditFilterInput) { myAuditEntries(filter: $filter) { totalCount } }';
    const others = await elsewhere.owner.raw(asking, { filter: { actorId: here.owner.id } });
    expect(codeIn(others)).toBe('BAD_USER_INPUT');
    for (const nobody of [new As(app.url), await guest(app, here)])
      expect(await nobody.codeOf(MyAuditEntriesDocument, {})).toBe('UNAUTHENTICATED');
  });

  test('is not for the owner of another restaurant, whose answer is that of one that is not there', async () => {
    for (const restaurantId of [here.id, randomUUIDv7()]) {
      expect(await elsewhere.owner.codeOf(RestaurantAuditDocument, { restaurantId })).toBe('NOT_FOUND');
    }
  });
});
