import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  RotateTableCodeDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Person, type Place, place, staff, unique } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

const orders = 60;
const moves = 15;
const rotations = 100;

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

/** Each wants the restaurant's row and its counter, the order the other way round than the move. */
test('orders and new slugs do not lock each other out', async () => {
  const carts = await Promise.all(
    Array.from({ length: orders }, async () => {
      const anna = await guest(app, here);
      const { id: cartId, version: cartVersion } = await filledCart(anna, here);
      return () => anna.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey: key() });
    }),
  );
  const move = (expectedVersion: number) =>
    here.owner.codeOf(UpdateRestaurantDocument, {
      restaurantId: here.id,
      input: { slug: unique('moved') },
      expectedVersion,
    });
  const moving = (async () => {
    const codes = [];
    for (let version = 1; version <= moves; version += 1) codes.push(await move(version));
    return codes;
  })();
  const placed: string[] = [];
  for (let next = 0; next < orders; next += 6)
    placed.push(...(await Promise.all(carts.slice(next, next + 6).map((order) => order()))));
  expect(placed).toEqual(Array.from({ length: orders }, () => 'OK'));
  expect(await moving).toEqual(Array.from({ length: moves }, () => 'OK'));
  expect(app.failures).toEqual([]);
});

/** A new code locks the table's row before the counter; an order holds the counter and refers to the table. */
test('orders at a table and new codes of it do not lock each other out', async () => {
  const waiters = await Promise.all(Array.from({ length: 4 }, () => staff(app, here.id, 'FLOOR')));
  let over = false;
  const serving = waiters.map(async (waiter) => {
    const codes = [];
    while (!over) codes.push(await ordersAtTheTable(waiter));
    return codes;
  });
  const rotated = [];
  for (let rotation = 0; rotation < rotations; rotation += 1)
    rotated.push(await here.owner.codeOf(RotateTableCodeDocument, { tableId: here.tableId }));
  over = true;
  const placed = (await Promise.all(serving)).flat();
  expect(new Set(rotated)).toEqual(new Set(['OK']));
  // Whoever serves a table shares its cart: of two who order at once one finds it ordered.
  const orderedAlready = ['CONFLICT', 'CART_EMPTY'];
  const ordered = placed.filter((code) => !orderedAlready.includes(code));
  expect(new Set(ordered)).toEqual(new Set(['OK']));
  expect(ordered.length).toBeGreaterThan(rotations / 10);
  expect(app.failures).toEqual([]);
});

async function ordersAtTheTable(waiter: Person): Promise<string> {
  const { openCart } = await waiter.ask(OpenCartDocument, {
    restaurantSlug: here.slug,
    asStaff: true,
    tableId: here.tableId,
  });
  const input = { cartId: openCart.id, lines: [{ itemId: here.coke.id }] };
  const { addToCart } = await waiter.ask(AddToCartDocument, { input, idempotencyKey: key() });
  const { id: cartId, version: cartVersion } = addToCart.cart;
  return waiter.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey: key() });
}
