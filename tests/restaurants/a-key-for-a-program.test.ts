import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ApiKeyScope,
  ChangeStaffRoleDocument,
  CreateApiKeyDocument,
  CreateCategoryDocument,
  KitchenTicketsDocument,
  LeaveRestaurantDocument,
  MeDocument,
  MenuDocument,
  MoveOrderDocument,
  OrderDocument,
  RemoveStaffDocument,
  RestaurantApiKeysDocument,
  RestaurantOrderListDocument,
  RestaurantStaffDocument,
  RevokeAdminDocument,
  RevokeApiKeyDocument,
  SuspendPersonDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { closeCodeOf } from '../contract/access-bytes.ts';
import { askingUntil } from '../events/asking-until.ts';
import { Wire } from '../events/wire.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { admin, guest, key, type Person, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let there: Place;
let anna: As;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  there = await place(app);
  anna = await guest(app, here);
});

afterAll(() => app.close());

const wanted = (scopes: ApiKeyScope[], expiresAt: string | null = null) => ({
  input: { restaurantId: here.id, name: 'A till', scopes, expiresAt },
  idempotencyKey: key(),
});

async function program(...scopes: ApiKeyScope[]): Promise<{ id: string; as: As }> {
  const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, wanted(scopes));
  return { id: createApiKey.key.id, as: new As(app.url, { accessToken: createApiKey.token! }) };
}

test('a key opens what its scopes say, in its restaurant, and nothing else', async () => {
  const { as } = await program('ORDERS_READ');
  const { id, version: expectedVersion } = await placedOrder(anna, here);
  expect((await as.ask(OrderDocument, { id })).order.id).toBe(id);
  expect(await as.codeOf(RestaurantOrderListDocument, { slug: here.slug })).toBe('OK');
  expect(await as.codeOf(MoveOrderDocument, { orderId: id, to: 'ACCEPTED', expectedVersion })).toBe(
    'ILLEGAL_MOVE',
  );
  expect(await as.codeOf(WholeMenuDocument, { restaurantId: here.id })).toBe('FORBIDDEN');
  expect(await as.codeOf(RestaurantStaffDocument, { restaurantId: here.id })).toBe('FORBIDDEN');
  expect(await as.codeOf(RestaurantApiKeysDocument, { slug: here.slug })).toBe('FORBIDDEN');
  expect(await as.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await as.codeOf(WholeMenuDocument, { restaurantId: there.id })).toBe('NOT_FOUND');
  expect(await as.codeOf(RestaurantOrderListDocument, { slug: there.slug })).toBe('NOT_FOUND');
});

test('a key that writes moves orders and changes the menu', async () => {
  const { as } = await program('ORDERS_READ', 'ORDERS_WRITE', 'MENU_WRITE', 'MENU_READ');
  const { id, version: expectedVersion } = await placedOrder(anna, here);
  const { moveOrder } = await as.ask(MoveOrderDocument, { orderId: id, to: 'ACCEPTED', expectedVersion });
  expect(moveOrder.status).toBe('ACCEPTED');
  const input = { slug: 'by-a-program', title: 'By a program' };
  const making = { restaurantId: here.id, input, idempotencyKey: key() };
  expect(await as.codeOf(CreateCategoryDocument, making)).toBe('OK');
});

test('a key watches the kitchen over a socket, until it is revoked: then the socket closes with 4403', async () => {
  const { id, as } = await program('KITCHEN_READ');
  const screen = as.live(KitchenTicketsDocument, { restaurantId: here.id, after: null });
  await screen.at(0);
  await placedOrder(anna, here);
  expect((await screen.at(1)).kitchenTickets.ticket).not.toBeNull();
  const wire = await Wire.open(as);
  await here.owner.ask(RevokeApiKeyDocument, { keyId: id });
  expect((await wire.closed).code).toBe(4403);
  await screen.refused();
  expect(await as.codeOf(WholeMenuDocument, { restaurantId: here.id })).toBe('UNAUTHENTICATED');
  const { revokeApiKey } = await here.owner.ask(RevokeApiKeyDocument, { keyId: id });
  expect(revokeApiKey.revokedAt).not.toBeNull();
  await as.hangUp();
});

test('over a socket a key opens what its scopes say, and nothing else', async () => {
  const { as } = await program('MENU_READ');
  const { menu } = await as.live(MenuDocument, { slug: here.slug }).at(0);
  expect(menu.restaurantId).toBe(here.id);
  expect((await as.live(WholeMenuDocument, { restaurantId: here.id }).at(0)).wholeMenu.slug).toBe(here.slug);
  expect((await as.live(KitchenTicketsDocument, { restaurantId: here.id }).refused()).code).toBe('FORBIDDEN');
  expect((await as.live(WholeMenuDocument, { restaurantId: there.id }).refused()).code).toBe('NOT_FOUND');
  expect((await as.live(KitchenTicketsDocument, { restaurantId: there.id }).refused()).code).toBe(
    'NOT_FOUND',
  );
  await as.hangUp();
});

test('a key that expires opens nothing from then on, and its sockets close with 4401', async () => {
  const expiresAt = new Date(Date.now() + 1_500).toISOString();
  const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, wanted(['MENU_READ'], expiresAt));
  expect(createApiKey.key.expiresAt).toBe(expiresAt);
  const as = new As(app.url, { accessToken: createApiKey.token! });
  const wire = await Wire.open(as);
  expect(wire.messages[0]).toEqual({ type: 'connection_ack', payload: { expiresAt } });
  expect(await as.codeOf(WholeMenuDocument, { restaurantId: here.id })).toBe('OK');
  expect((await wire.closed).code).toBe(4401);
  await askingUntil(async () => (await as.codeOf(WholeMenuDocument, { restaurantId: here.id })) !== 'OK');
  expect(await as.codeOf(WholeMenuDocument, { restaurantId: here.id })).toBe('UNAUTHENTICATED');
});

test('what only looks like a key opens nothing, on both doors', async () => {
  const as = new As(app.url, { accessToken: `ck_${'-'.repeat(36)}_${'A'.repeat(43)}` });
  expect(await as.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await closeCodeOf(as)).toBe(4401);
});

test('a key is shown once, and the list says when it was used', async () => {
  const making = wanted(['MENU_READ']);
  const { createApiKey: made } = await here.owner.ask(CreateApiKeyDocument, making);
  const { createApiKey: again } = await here.owner.ask(CreateApiKeyDocument, making);
  expect(again).toMatchObject({ key: { id: made.key.id }, token: null, replayed: true });
  await new As(app.url, { accessToken: made.token! }).ask(WholeMenuDocument, { restaurantId: here.id });
  const { restaurant } = await here.owner.ask(RestaurantApiKeysDocument, { slug: here.slug });
  const listed = restaurant.apiKeys.find(({ id }) => id === made.key.id)!;
  expect(listed.usedAt).not.toBeNull();
  expect(JSON.stringify(restaurant)).not.toContain(made.token!.split('_').slice(2).join('_'));
});

test.each([
  ['without a scope', { scopes: [] }],
  ['that has expired already', { expiresAt: '2020-01-01T00:00:00Z' }],
  ['without a name', { name: '' }],
  ['with an endless name', { name: 'x'.repeat(101) }],
])('a key %s is refused', async (_, wrong) => {
  const { input, idempotencyKey } = wanted(['MENU_READ']);
  const asked = { input: { ...input, ...wrong }, idempotencyKey };
  expect(await here.owner.codeOf(CreateApiKeyDocument, asked)).toBe('BAD_USER_INPUT');
});

test('a restaurant has 100 keys at most that open something', async () => {
  const { owner, id: restaurantId } = await place(app);
  const making = () => {
    const { input, idempotencyKey } = wanted(['MENU_READ']);
    return { input: { ...input, restaurantId }, idempotencyKey };
  };
  const { createApiKey: first } = await owner.ask(CreateApiKeyDocument, making());
  await rows(
    app.database.em(),
    sql`
    insert into api_key (id, restaurant_id, name, scopes, secret_hash, created_by_id, created_at, expires_at, revoked_at)
    select gen_random_uuid(), ${restaurantId}, 'A till', '{menu:read}', '', ${owner.id}, now(),
      case n when 100 then now() end, case n when 101 then now() end from generate_series(1, 101) n`,
  );
  expect(await owner.codeOf(CreateApiKeyDocument, making())).toBe('BAD_USER_INPUT');
  await owner.ask(RevokeApiKeyDocument, { keyId: first.key.id });
  expect(await owner.codeOf(CreateApiKeyDocument, making())).toBe('OK');
});

test.each([
  ['with another secret', (token: string) => `${token.slice(0, -4)}AAAA`],
  ['cut short', (token: string) => token.slice(0, -1)],
  ['of another id', (token: string) => token.replace(/_[^_]+_/, `_${crypto.randomUUID()}_`)],
])('a key %s opens nothing', async (_, spoil) => {
  const { as } = await program('MENU_READ');
  const spoilt = new As(app.url, { accessToken: spoil(as.credentials.accessToken!) });
  expect(await spoilt.codeOf(WholeMenuDocument, { restaurantId: here.id })).toBe('UNAUTHENTICATED');
});

describe('the keys of an owner who goes', () => {
  async function owner(): Promise<Person & { made: { id: string; as: As } }> {
    const olga = await staff(app, here.id, 'OWNER');
    const { createApiKey } = await olga.ask(CreateApiKeyDocument, wanted(['KITCHEN_READ', 'MENU_READ']));
    const as = new As(app.url, { accessToken: createApiKey.token! });
    return Object.assign(olga, { made: { id: createApiKey.key.id, as } });
  }

  const opens = ({ made }: { made: { as: As } }) =>
    made.as.codeOf(WholeMenuDocument, { restaurantId: here.id });

  const dismissing = ({ id: personId }: Person) => ({ restaurantId: here.id, personId });

  async function listed({ made }: { made: { id: string } }) {
    const { restaurant } = await here.owner.ask(RestaurantApiKeysDocument, { slug: here.slug });
    const { createdBy, revokedAt } = restaurant.apiKeys.find(({ id }) => id === made.id)!;
    return { ...createdBy, revoked: revokedAt !== null };
  }

  test('are revoked when another owner dismisses them: their sockets close, and the list says who made them', async () => {
    const olga = await owner();
    const maker = { personId: olga.id, name: 'Somebody', role: 'OWNER' };
    expect(await listed(olga)).toEqual({ ...maker, revoked: false });
    const wire = await Wire.open(olga.made.as);
    expect(await here.owner.codeOf(RemoveStaffDocument, dismissing(olga))).toBe('OK');
    expect((await wire.closed).code).toBe(4403);
    expect(await opens(olga)).toBe('UNAUTHENTICATED');
    expect(await listed(olga)).toEqual({ ...maker, role: null, revoked: true });
  });

  test('go on when that is said, when they leave, and when a manager dismisses whom they have become', async () => {
    const [olga, olaf, oona] = [await owner(), await owner(), await owner()];
    await here.owner.ask(RemoveStaffDocument, { ...dismissing(olga), revokeKeys: false });
    await olaf.ask(LeaveRestaurantDocument, { restaurantId: here.id });
    await here.owner.ask(ChangeStaffRoleDocument, { input: { ...dismissing(oona), role: 'KITCHEN' } });
    expect((await listed(oona)).role).toBe('KITCHEN');
    const mona = await staff(app, here.id, 'MANAGER');
    await mona.ask(RemoveStaffDocument, dismissing(oona));
    for (const gone of [olga, olaf, oona]) {
      expect(await opens(gone)).toBe('OK');
      expect(await listed(gone)).toEqual({ personId: gone.id, name: 'Somebody', role: null, revoked: false });
    }
  });

  test('go on when they are suspended, or an admin no more', async () => {
    const [ada, alf, olga] = [await admin(app), await admin(app), await owner()];
    const { createApiKey } = await alf.ask(CreateApiKeyDocument, wanted(['MENU_READ']));
    const made = { as: new As(app.url, { accessToken: createApiKey.token! }) };
    await ada.ask(SuspendPersonDocument, { personId: olga.id });
    await ada.ask(RevokeAdminDocument, { personId: alf.id });
    expect(await opens(olga)).toBe('OK');
    expect(await opens({ made })).toBe('OK');
  });
});
