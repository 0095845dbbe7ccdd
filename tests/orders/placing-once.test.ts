import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MoveOrderDocument, PlaceOrderDocument, SetItemStockDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Place, person, place } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

const placingOf = ({ id, version }: { id: string; version: number }) => ({
  cartId: id,
  cartVersion: version,
  idempotencyKey: key(),
});

const orderCount = async (): Promise<number> =>
  (await rows(app.database.em(), sql`select 1 from orders where restaurant_id = ${here.id}`)).length;

test('one key sent 20 times at once makes one order, and 20 answers with its id and number', async () => {
  const anna = await guest(app, here);
  const placing = placingOf(await filledCart(anna, here));
  const before = await orderCount();
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await anna.ask(PlaceOrderDocument, placing)).placeOrder),
  );
  expect(await orderCount()).toBe(before + 1);
  expect(new Set(answers.map(({ order }) => `${order.id} ${order.number}`)).size).toBe(1);
  expect(answers.filter(({ replayed }) => replayed)).toHaveLength(19);
});

test('20 keys sent at once for one cart make one order', async () => {
  const anna = await guest(app, here);
  const cart = await filledCart(anna, here);
  const before = await orderCount();
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => anna.codeOf(PlaceOrderDocument, placingOf(cart))),
  );
  expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
  expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19);
  expect(await orderCount()).toBe(before + 1);
});

test('a replay answers with the order as it is now', async () => {
  const anna = await guest(app, here);
  const placing = placingOf(await filledCart(anna, here));
  const { order } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
  const move = { orderId: order.id, to: 'ACCEPTED', expectedVersion: order.version } as const;
  await here.owner.ask(MoveOrderDocument, move);
  const again = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
  expect(again).toMatchObject({ replayed: true, order: { id: order.id, status: 'ACCEPTED', version: 2 } });
  expect(again.order.lines).toEqual(order.lines.map((line) => ({ ...line, status: 'FIRED' })));
});

test('a key that came with another cart version is refused', async () => {
  const anna = await guest(app, here);
  const placing = placingOf(await filledCart(anna, here));
  await anna.ask(PlaceOrderDocument, placing);
  const other = { ...placing, cartVersion: (await filledCart(anna, here)).version };
  const before = await orderCount();
  expect(await anna.codeOf(PlaceOrderDocument, other)).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await orderCount()).toBe(before);
});

test("two viewers' equal keys are two keys, and so are two restaurants' of one viewer", async () => {
  const [pia, there] = [await person(app), await place(app)];
  const idempotencyKey = key();
  const replays: boolean[] = [];
  for (const [viewer, at] of [
    [pia, here],
    [pia, there],
    [await guest(app, here), here],
  ] as const) {
    const placing = { ...placingOf(await filledCart(viewer, at)), idempotencyKey };
    replays.push((await viewer.ask(PlaceOrderDocument, placing)).placeOrder.replayed);
  }
  expect(replays).toEqual([false, false, false]);
});

test('a key is kept for 24 hours', async () => {
  const anna = await guest(app, here);
  const first = placingOf(await filledCart(anna, here));
  await anna.ask(PlaceOrderDocument, first);
  const { idempotencyKey } = first;
  const age = (hours: number) =>
    rows(
      app.database.em(),
      sql`update idempotency_key set created_at = now() - make_interval(hours => ${hours}::int) where key = ${idempotencyKey}`,
    );
  await age(23);
  expect((await anna.ask(PlaceOrderDocument, first)).placeOrder.replayed).toBe(true);
  await age(25);
  const second = { ...placingOf(await filledCart(anna, here)), idempotencyKey };
  expect((await anna.ask(PlaceOrderDocument, second)).placeOrder.replayed).toBe(false);
});

test('as many as there are get the last pieces, however many ask at once', async () => {
  const there = await place(app);
  await there.owner.ask(SetItemStockDocument, { input: { itemId: there.coke.id, remaining: 4 } });
  const guests = await Promise.all(Array.from({ length: 8 }, () => guest(app, there)));
  const carts = await Promise.all(guests.map((anna) => filledCart(anna, there)));
  const codes = await Promise.all(
    guests.map((anna, index) => anna.codeOf(PlaceOrderDocument, placingOf(carts[index]!))),
  );
  expect(codes.sort()).toEqual([...Array(4).fill('ITEM_UNAVAILABLE'), ...Array(4).fill('OK')]);
});
