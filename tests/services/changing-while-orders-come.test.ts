import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ArchiveMenuEntryDocument,
  EditVariantDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  ReorderMenuDocument,
  RestoreMenuEntryDocument,
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

/** Whoever edits a variant also writes its item, for the price that it is listed at; so does who takes either off the menu. */
test('orders of an item, edits of its variants, and its coming and going do not lock each other out', async () => {
  const there = await place(app);
  const { owner, categoryId } = there;
  const { id: itemId, regularId, largeId } = there.pizza;
  const pricing = (id: string, price: number) =>
    owner.codeOf(EditVariantDocument, { id, input: { price, isDefault: true } });
  const archiving = (noun: 'ITEM' | 'CATEGORY', id: string) =>
    owner.codeOf(ArchiveMenuEntryDocument, { noun, id });
  const restoring = (noun: 'ITEM' | 'CATEGORY', id: string) =>
    owner.codeOf(RestoreMenuEntryDocument, { noun, id });
  const until = performance.now() + 5_000;
  const said: string[] = [];
  for (let turn = 0; performance.now() < until; turn += 1) {
    const orders = await Promise.all([
      readyToOrder(there, [largeId, regularId]),
      readyToOrder(there, [regularId, largeId]),
    ]);
    const edits = () => [pricing(largeId, 1500 + (turn % 7)), pricing(regularId, 1000 + (turn % 7))];
    const [noun, id] = turn % 2 ? (['ITEM', itemId] as const) : (['CATEGORY', categoryId] as const);
    const ids = turn % 2 ? [itemId, there.coke.id] : [there.coke.id, itemId];
    const reorder = owner.codeOf(ReorderMenuDocument, { input: { noun: 'ITEM', within: categoryId, ids } });
    const placed = orders.map((order) => order());
    said.push(...(await Promise.all([...edits(), archiving(noun, id), reorder, ...placed, ...edits()])));
    const back = await Promise.all([...edits(), restoring(noun, id)]);
    said.push(...back);
    expect(back.at(-1)).toBe('OK');
  }
  expect(app.failures.map(({ error }) => String(error))).toEqual([]);
  const comesToo = ['NOT_FOUND', 'ITEM_UNAVAILABLE', 'PRICE_CHANGED'];
  expect([...new Set(said)].filter((code) => !['OK', ...comesToo].includes(code))).toEqual([]);
});

/** An order of these variants of the pizza that only has to be placed. */
async function readyToOrder(at: Place, variantIds: string[]): Promise<() => Promise<string>> {
  const anna = await guest(app, at);
  const { openCart } = await anna.ask(OpenCartDocument, { restaurantSlug: at.slug });
  const lines = variantIds.map((variantId) => ({ itemId: at.pizza.id, variantId }));
  const input = { cartId: openCart.id, lines };
  const { addToCart } = await anna.ask(AddToCartDocument, { input, idempotencyKey: key() });
  const { id: cartId, version: cartVersion } = addToCart.cart;
  return () => anna.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey: key() });
}

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
