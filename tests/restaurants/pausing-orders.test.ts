import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  RestaurantDetailsDocument,
  SetAcceptingOrdersDocument,
  type SetAcceptingOrdersInput,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, person, place, staff } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

const placing = ({ id, version }: { id: string; version: number }) => ({
  cartId: id,
  cartVersion: version,
  idempotencyKey: key(),
});

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

const saying = (input: Omit<SetAcceptingOrdersInput, 'restaurantId'>) => ({
  input: { restaurantId: here.id, ...input },
});

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();

const pauseSeen = async () =>
  (await new As(app.url).ask(RestaurantDetailsDocument, { slug: here.slug })).restaurant.pause;

const events = () =>
  rows<{ kind: string; data: object }>(
    app.database.em(),
    sql`select kind, data from event where stream = ${here.id} and topic = 'restaurant' order by number offset 1`,
  );

test('a waiter stops new orders, and everybody reads why and until when', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const until = hours(1);
  await waiter.ask(
    SetAcceptingOrdersDocument,
    saying({ accepting: false, reason: ' The oven is cold. ', until }),
  );
  expect(await pauseSeen()).toEqual({ reason: 'The oven is cold.', until });
  await waiter.ask(SetAcceptingOrdersDocument, saying({ accepting: true }));
  expect(await pauseSeen()).toBeNull();
});

test('the events hold the end and never the reason', async () => {
  const until = hours(1);
  await here.owner.ask(SetAcceptingOrdersDocument, saying({ accepting: false, reason: 'Private', until }));
  await here.owner.ask(SetAcceptingOrdersDocument, saying({ accepting: true }));
  expect(await events()).toEqual([
    { kind: 'restaurant.paused', data: { until } },
    { kind: 'restaurant.resumed', data: {} },
  ]);
});

test('saying it again says nothing new; another reason does', async () => {
  const again = saying({ accepting: false, reason: 'Full' });
  await here.owner.ask(SetAcceptingOrdersDocument, again);
  await here.owner.ask(SetAcceptingOrdersDocument, again);
  expect(await events()).toHaveLength(1);
  await here.owner.ask(SetAcceptingOrdersDocument, saying({ accepting: false, reason: 'Fuller' }));
  expect(await events()).toHaveLength(2);
  const open = saying({ accepting: true });
  await here.owner.ask(SetAcceptingOrdersDocument, open);
  await here.owner.ask(SetAcceptingOrdersDocument, open);
  expect(await events()).toHaveLength(3);
});

test('a pause ends by itself, and can be begun again then', async () => {
  const pause = saying({ accepting: false, reason: 'Break', until: hours(1) });
  await here.owner.ask(SetAcceptingOrdersDocument, pause);
  await rows(
    app.database.em(),
    sql`update restaurant set paused_until = now() - interval '1 second' where id = ${here.id}`,
  );
  expect(await pauseSeen()).toBeNull();
  await here.owner.ask(SetAcceptingOrdersDocument, pause);
  expect(await pauseSeen()).toMatchObject({ reason: 'Break' });
});

test('meanwhile guests and customers order nothing and keep their carts, and staff enter orders all the same', async () => {
  const [anna, paul] = [await guest(app, here), await person(app)];
  const before = placing(await filledCart(anna, here));
  const { order } = (await anna.ask(PlaceOrderDocument, before)).placeOrder;
  const carts = [await filledCart(anna, here), await filledCart(paul, here)];
  await here.owner.ask(SetAcceptingOrdersDocument, saying({ accepting: false, until: hours(1) }));
  for (const [index, viewer] of [anna, paul].entries()) {
    expect(await viewer.codeOf(PlaceOrderDocument, placing(carts[index]!))).toBe('ORDERS_PAUSED');
  }
  expect((await anna.ask(PlaceOrderDocument, before)).placeOrder.order.id).toBe(order.id);
  const entering = { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId };
  const { openCart } = await here.owner.ask(OpenCartDocument, entering);
  const adding = { cartId: openCart.id, cartVersion: openCart.version, lines: [{ itemId: here.coke.id }] };
  const { addToCart } = await here.owner.ask(AddToCartDocument, { input: adding, idempotencyKey: key() });
  expect(await here.owner.codeOf(PlaceOrderDocument, placing(addToCart.cart))).toBe('OK');

  await rows(
    app.database.em(),
    sql`update restaurant set paused_until = now() - interval '1 second' where id = ${here.id}`,
  );
  expect(await anna.codeOf(PlaceOrderDocument, placing(carts[0]!))).toBe('OK');
});

test('it is for the floor, managers and owners of this restaurant', async () => {
  const pause = saying({ accepting: false });
  for (const role of ['KITCHEN', 'COURIER'] as const) {
    const member = await staff(app, here.id, role);
    expect(await member.codeOf(SetAcceptingOrdersDocument, pause)).toBe('FORBIDDEN');
  }
  const elsewhere = await place(app);
  for (const viewer of [elsewhere.owner, await person(app), await guest(app, here), new As(app.url)]) {
    expect(await viewer.codeOf(SetAcceptingOrdersDocument, pause)).toBe('NOT_FOUND');
  }
  expect(await pauseSeen()).toBeNull();
});

test.each<[string, () => Omit<SetAcceptingOrdersInput, 'restaurantId'>]>([
  ['a reason of 201 characters', () => ({ accepting: false, reason: 'x'.repeat(201) })],
  ['an end in the past', () => ({ accepting: false, until: hours(-1) })],
  ['an end that nobody lives to see', () => ({ accepting: false, until: '9999-12-31T00:00:00.000Z' })],
  ['an end that is no time', () => ({ accepting: false, until: 'soon' })],
  ['a reason for going on', () => ({ accepting: true, reason: 'Why not' })],
  ['an end of going on', () => ({ accepting: true, until: hours(1) })],
])('%s is refused', async (_, input) => {
  expect(await here.owner.codeOf(SetAcceptingOrdersDocument, saying(input()))).toBe('BAD_USER_INPUT');
  expect(await pauseSeen()).toBeNull();
});
