import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  CartDocument,
  EditItemDocument,
  OrderAgainDocument,
  PlaceOrderDocument,
  SetItemAvailableDocument,
} from '../../schema/operations.ts';
import { add, told } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place, staff } from '../support/build.ts';

let app: TestApp;
let here: Place;
let anna: As;
let soup: { id: string };
let orderId: string;
let cartId: string;

beforeAll(async () => {
  app = await startApp();
});

/** Two large pizzas with extra cheese and without basil, a cold coke and a soup, ordered. */
beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
  soup = await itemOf(here.owner, here.categoryId, 'Soup', 500);
  const { id: itemId, largeId: variantId, cheeseId, basilId } = here.pizza;
  const cart = await add(
    anna,
    await cartOf(anna, here),
    { itemId, variantId, withIds: [cheeseId], withoutIds: [basilId], quantity: 2 },
    { itemId: here.coke.id, note: 'cold' },
    { itemId: soup.id },
  );
  cartId = cart.id;
  const placing = { cartId, cartVersion: cart.version, idempotencyKey: key() };
  orderId = (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order.id;
});

afterAll(() => app.close());

const again = async (viewer: As, into = cartId, idempotencyKey: string = key()) =>
  (await viewer.ask(OrderAgainDocument, { orderId, cartId: into, idempotencyKey })).orderAgain;

test('the cart has the same again, beside what is in it', async () => {
  const now = { id: cartId, version: (await anna.ask(CartDocument, { id: cartId })).cart.version };
  await add(anna, now, { itemId: here.coke.id, note: 'cold' });
  const { cart, skipped, priceChanges } = await again(anna);
  expect(told(cart)).toEqual(['2 Coke (cold)', '2 Margherita Large +Extra cheese -Basil', '1 Soup']);
  expect([skipped, priceChanges]).toEqual([[], []]);
});

test('what cannot be had any more is left out and named, what costs something else is said', async () => {
  const { owner } = here;
  await owner.ask(SetItemAvailableDocument, { itemId: soup.id, available: false });
  await owner.ask(ArchiveMenuEntryDocument, { noun: 'VARIANT', id: here.pizza.largeId });
  await owner.ask(EditItemDocument, { id: here.coke.id, input: { price: 300 } });
  const { cart, skipped, priceChanges } = await again(anna);
  expect(told(cart)).toEqual(['1 Coke (cold)']);
  expect(skipped.map(({ title, quantity, code }) => [title, quantity, code])).toEqual([
    ['Margherita', 2, 'CHOICE_INVALID'],
    ['Soup', 1, 'ITEM_UNAVAILABLE'],
  ]);
  expect(priceChanges.map(({ title, before, now }) => [title, before.amount, now.amount])).toEqual([
    ['Coke', 250, 300],
  ]);
  expect(cart.lines[0]!.problems).toEqual([]);
});

test('the same key adds it once; with another order it is refused', async () => {
  const idempotencyKey = key();
  const first = await again(anna, cartId, idempotencyKey);
  const second = await again(anna, cartId, idempotencyKey);
  expect([first.replayed, second.replayed, second.cart]).toEqual([false, true, first.cart]);
  const bob = await guest(app, here);
  const other = { orderId, cartId: (await cartOf(bob, here)).id, idempotencyKey };
  expect(await anna.codeOf(OrderAgainDocument, other)).toBe('NOT_FOUND');
});

test("is for whoever sees the order, into a cart of one's own at that restaurant", async () => {
  const bob = await guest(app, here);
  const his = { orderId, cartId: (await cartOf(bob, here)).id, idempotencyKey: key() };
  expect(await bob.codeOf(OrderAgainDocument, his)).toBe('NOT_FOUND');
  const kim = await staff(app, here.id, 'FLOOR');
  expect(told((await again(kim, (await cartOf(kim, here)).id)).cart)).toHaveLength(3);
  const elsewhere = await place(app, here.owner);
  const theirs = { orderId, cartId: (await cartOf(here.owner, elsewhere)).id, idempotencyKey: key() };
  expect(await here.owner.codeOf(OrderAgainDocument, theirs)).toBe('NOT_FOUND');
});
