import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  CartDocument,
  ClearCartDocument,
  CloseTableDocument,
  MoveOrderDocument,
  MyOrdersDocument,
  OpenCartDocument,
  OrderDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  RotateTableCodeDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, person, place } from '../support/build.ts';
import { filledCart, type PlacedOrder, placedOrder } from '../support/order.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

interface Stay {
  readonly here: Place;
  readonly anna: As;
  readonly order: PlacedOrder;
  readonly cart: { id: string; version: number };
}

/** A guest with an order placed and a coke in the cart again. */
async function stay(): Promise<Stay> {
  const here = await place(app);
  const anna = await guest(app, here);
  const order = await placedOrder(anna, here);
  return { here, anna, order, cart: await filledCart(anna, here) };
}

const usedMinutesAgo = ({ here }: Stay, minutes: number): Promise<object[]> =>
  rows(
    app.database.em(),
    sql`update visit set used_at = now() - make_interval(mins => ${minutes}::int) where restaurant_id = ${here.id}`,
  );

const endedHoursAgo = ({ here }: Stay, hours: number): Promise<object[]> =>
  rows(
    app.database.em(),
    sql`update visit set ended_at = now() - make_interval(hours => ${hours}::int) where restaurant_id = ${here.id}`,
  );

async function expectOrdersNothing({ anna, here, order, cart }: Stay): Promise<void> {
  const { id: cartId, version: cartVersion } = cart;
  const idempotencyKey = key();
  const restaurantSlug = here.slug;
  const sentence = { restaurantSlug, text: 'a coke', cartVersion, idempotencyKey };
  const input = { cartId, cartVersion, lines: [{ itemId: here.coke.id, quantity: 1 }] };
  const move = {
    orderId: order.id,
    to: 'CANCELLED',
    reason: 'NOT_WANTED',
    expectedVersion: order.version,
  } as const;
  expect(await anna.codeOf(OpenCartDocument, { restaurantSlug })).toBe('VISIT_ENDED');
  expect(await anna.codeOf(AddToCartDocument, { input, idempotencyKey })).toBe('VISIT_ENDED');
  expect(await anna.codeOf(ClearCartDocument, { input: { cartId, cartVersion } })).toBe('VISIT_ENDED');
  expect(await anna.codeOf(ParseOrderDocument, sentence)).toBe('VISIT_ENDED');
  expect(await anna.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey })).toBe('VISIT_ENDED');
  expect(await anna.codeOf(MoveOrderDocument, move)).toBe('VISIT_ENDED');
  expect((await anna.ask(CartDocument, { id: cartId })).cart.version).toBe(cartVersion);
}

async function expectReadsItsOrders({ anna, order }: Stay): Promise<void> {
  expect((await anna.ask(OrderDocument, { id: order.id })).order.status).toBe('PLACED');
  expect((await anna.ask(MyOrdersDocument)).myOrders.edges.map(({ node }) => node.id)).toEqual([order.id]);
}

describe.each([
  ['four hours without use', (here: Stay) => usedMinutesAgo(here, 241)],
  ['staff who close the table', ({ here }: Stay) => here.owner.ask(CloseTableDocument, here)],
  ['a new code at the table', ({ here }: Stay) => here.owner.ask(RotateTableCodeDocument, here)],
])('%s', (_, end) => {
  test('ends the visit: it reads its own orders and orders nothing more', async () => {
    const ended = await stay();
    await end(ended);
    await expectOrdersNothing(ended);
    await expectReadsItsOrders(ended);
  });
});

test('a visit is used by ordering, so it goes on', async () => {
  const going = await stay();
  await usedMinutesAgo(going, 239);
  expect(await going.anna.codeOf(OpenCartDocument, { restaurantSlug: going.here.slug })).toBe('OK');
  const [visit] = await rows<{ fresh: boolean }>(
    app.database.em(),
    sql`select used_at > now() - interval '5 minutes' as fresh from visit where restaurant_id = ${going.here.id}`,
  );
  expect(visit!.fresh).toBe(true);
});

test('24 hours after its end a visit reads no orders', async () => {
  const old = await stay();
  await endedHoursAgo(old, 23);
  await expectReadsItsOrders(old);
  await endedHoursAgo(old, 25);
  expect(await old.anna.codeOf(OrderDocument, { id: old.order.id })).toBe('NOT_FOUND');
  expect(await old.anna.codeOf(MyOrdersDocument, {})).toBe('NOT_FOUND');
});

test('nor does a person who holds that old visit, beyond the orders of the person', async () => {
  const old = await stay();
  const pia = new As(app.url, { ...(await person(app)).credentials, ...old.anna.credentials });
  expect(await pia.codeOf(OrderDocument, { id: old.order.id })).toBe('OK');
  await endedHoursAgo(old, 25);
  expect(await pia.codeOf(OrderDocument, { id: old.order.id })).toBe('NOT_FOUND');
});

test('a person who holds a visit lists what it ordered beside the own, as long as it reads', async () => {
  const old = await stay();
  const { anna, here, order } = old;
  const account = await person(app);
  const pia = new As(app.url, { ...account.credentials, ...anna.credentials });
  const own = await placedOrder(account, here);
  const listed = async () => (await pia.ask(MyOrdersDocument)).myOrders.edges.map(({ node }) => node.id);
  expect(await listed()).toEqual([own.id, order.id]);
  await endedHoursAgo(old, 23);
  expect(await listed()).toEqual([own.id, order.id]);
  await endedHoursAgo(old, 25);
  expect(await listed()).toEqual([own.id]);
});

test('closing a table again tells nothing new, and guests who come later are welcome', async () => {
  const { here } = await stay();
  const events = () => rows(app.database.em(), sql`select 1 from event where stream = ${here.id}`);
  await here.owner.ask(CloseTableDocument, here);
  const before = (await events()).length;
  await here.owner.ask(CloseTableDocument, here);
  expect((await events()).length).toBe(before);
  expect((await placedOrder(await guest(app, here), here)).status).toBe('PLACED');
});

test('closing the table long after a visit has ended by itself does not let it read for another day', async () => {
  const left = await stay();
  const { here, anna, order } = left;
  await usedMinutesAgo(left, (4 + 24) * 60 + 1);
  await here.owner.ask(CloseTableDocument, { tableId: here.tableId });
  expect(await anna.codeOf(OrderDocument, { id: order.id })).toBe('NOT_FOUND');
});

test('a person cannot order on a visit that has ended by leaving its token out', async () => {
  const here = await place(app);
  const visitor = await guest(app, here);
  const signedIn = await person(app);
  const seated = new As(app.url, { ...signedIn.credentials, ...visitor.credentials });
  const { id: cartId, version: cartVersion } = await filledCart(seated, here);
  await here.owner.ask(CloseTableDocument, { tableId: here.tableId });
  const placing = { cartId, cartVersion, idempotencyKey: key() };
  expect(await signedIn.codeOf(PlaceOrderDocument, placing)).toBe('VISIT_ENDED');
});
