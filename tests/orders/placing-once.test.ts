import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToOrderDocument,
  ArchiveTableDocument,
  ChangeStaffRoleDocument,
  CloseTableDocument,
  MoveOrderDocument,
  OpenCartDocument,
  OrderDocument,
  PlaceOrderDocument,
  SetItemStockDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { add } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Place, person, place, staff } from '../support/build.ts';
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

test('a replay answers when the table was closed meanwhile too, as long as the guest reads the order', async () => {
  const anna = await guest(app, here);
  const placing = placingOf(await filledCart(anna, here));
  const { order } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
  const cart = await filledCart(anna, here);
  const more = { ...placingOf(cart), orderId: order.id, expectedVersion: order.version };
  await anna.ask(AddToOrderDocument, more);
  const bea = await guest(app, here);
  await here.owner.ask(CloseTableDocument, { tableId: here.tableId });
  const again = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
  expect(again).toMatchObject({ replayed: true, order: { id: order.id, version: 2 } });
  expect(again.order.lines).toHaveLength(2);
  const added = (await anna.ask(AddToOrderDocument, more)).addToOrder;
  expect(added).toMatchObject({ replayed: true, order: { id: order.id } });
  expect(await anna.codeOf(PlaceOrderDocument, { ...placing, idempotencyKey: key() })).toBe('VISIT_ENDED');
  expect(await anna.codeOf(PlaceOrderDocument, { ...placing, cartVersion: 9 })).toBe('VISIT_ENDED');
  expect(await bea.codeOf(PlaceOrderDocument, placing)).toBe('NOT_FOUND');
  await rows(
    app.database.em(),
    sql`update visit set ended_at = now() - interval '25 hours' where restaurant_id = ${here.id}`,
  );
  expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('VISIT_ENDED');
});

test('a replay for who serves the table answers when the table is gone, and not when the role is', async () => {
  const there = await place(app);
  const kim = await staff(app, there.id, 'FLOOR');
  const { openCart } = await kim.ask(OpenCartDocument, {
    restaurantSlug: there.slug,
    asStaff: true,
    tableId: there.tableId,
  });
  const placing = placingOf(await add(kim, openCart, { itemId: there.coke.id }));
  const { order } = (await kim.ask(PlaceOrderDocument, placing)).placeOrder;
  await there.owner.ask(ArchiveTableDocument, { tableId: there.tableId });
  const again = (await kim.ask(PlaceOrderDocument, placing)).placeOrder;
  expect(again).toMatchObject({ replayed: true, order: { id: order.id } });
  await there.owner.ask(ChangeStaffRoleDocument, {
    input: { restaurantId: there.id, personId: kim.id, role: 'KITCHEN' },
  });
  expect(await kim.codeOf(OrderDocument, { id: order.id })).toBe('OK');
  expect(await kim.codeOf(PlaceOrderDocument, placing)).toBe('NOT_FOUND');
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
