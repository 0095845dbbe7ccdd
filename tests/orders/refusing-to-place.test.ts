import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  ClearCartDocument,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierDocument,
  EditModifierGroupDocument,
  PlaceOrderDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierAvailableDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { add, type Cart, look } from '../carts/cart.ts';
import { groupsOf } from '../menus/menu-writing.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type As, Refused } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let cart: Cart;

beforeAll(async () => {
  app = await startApp();
});

/** A cart with 3 cokes and a pizza with extra cheese. */
beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
  const cokes = { itemId: here.coke.id, quantity: 3 };
  cart = await add(anna, await cartOf(anna, here), cokes, {
    itemId: here.pizza.id,
    withIds: [here.pizza.cheeseId],
  });
});

afterAll(() => app.close());

const placing = (version = cart.version) => ({
  cartId: cart.id,
  cartVersion: version,
  idempotencyKey: key(),
});

/** Everything that placing might have changed. */
async function traces(): Promise<object> {
  const em = app.database.em();
  const { id } = here;
  return {
    cart: (await look(anna, cart)).version,
    lines: await rows(em, sql`select id, quantity from cart_line where restaurant_id = ${id} order by id`),
    orders: await rows(em, sql`select id from orders where restaurant_id = ${id}`),
    stock: await rows(em, sql`select item_id, remaining from item_stock where restaurant_id = ${id}`),
    stream: await rows(em, sql`select last_number, tally, revision from event_stream where id = ${id}`),
    keys: await rows(em, sql`select key from idempotency_key where field = 'placeOrder' and stream = ${id}`),
  };
}

async function expectRefused(code: ErrorCode): Promise<Refused> {
  const before = await traces();
  const refusal = (await anna.ask(PlaceOrderDocument, placing()).catch((error: unknown) => error)) as Refused;
  expect(refusal).toBeInstanceOf(Refused);
  expect(refusal.code).toBe(code);
  expect(await traces()).toEqual(before);
  return refusal;
}

test('an empty cart', async () => {
  const input = { cartId: cart.id, cartVersion: cart.version };
  cart = (await anna.ask(ClearCartDocument, { input })).clearCart;
  await expectRefused('CART_EMPTY');
});

test('a cart that was placed already', async () => {
  await anna.ask(PlaceOrderDocument, placing());
  expect(await anna.codeOf(PlaceOrderDocument, placing())).toBe('CONFLICT');
  expect(await anna.codeOf(PlaceOrderDocument, placing(cart.version + 1))).toBe('CART_EMPTY');
});

test('a cart that has changed since', async () => {
  const now = await add(anna, cart, { itemId: here.coke.id });
  const refusal = await expectRefused('CONFLICT');
  expect(refusal.extensions).toMatchObject({ problem: { status: 409, currentVersion: now.version } });
});

test.each([
  ['hidden', () => here.owner.ask(EditItemDocument, { id: here.coke.id, input: { hidden: true } })],
  ['archived', () => here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id: here.coke.id })],
  ['86ed', () => here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: false })],
  ['sold out', () => here.owner.ask(SetItemStockDocument, { input: { itemId: here.coke.id, remaining: 0 } })],
  [
    'short by one',
    () => here.owner.ask(SetItemStockDocument, { input: { itemId: here.coke.id, remaining: 2 } }),
  ],
  [
    'in a hidden category',
    () => here.owner.ask(EditCategoryDocument, { id: here.categoryId, input: { hidden: true } }),
  ],
  [
    'in an archived category',
    () => here.owner.ask(ArchiveMenuEntryDocument, { noun: 'CATEGORY', id: here.categoryId }),
  ],
  [
    'with a modifier that ran out',
    () => here.owner.ask(SetModifierAvailableDocument, { modifierId: here.pizza.cheeseId, available: false }),
  ],
])('something in the cart that is %s by now', async (_, change) => {
  await change();
  const { extensions } = await expectRefused('ITEM_UNAVAILABLE');
  expect(extensions).toHaveProperty('problem.fields.0.path');
});

test('a choice that breaks a rule by now', async () => {
  const group = (await groupsOf(here)).find(({ modifiers }) => modifiers[0]?.id === here.pizza.cheeseId)!;
  await here.owner.ask(EditModifierDocument, { id: here.pizza.cheeseId, input: { maxPerLine: 2 } });
  await here.owner.ask(EditModifierGroupDocument, { id: group.id, input: { min: 2, max: 2 } });
  await expectRefused('CHOICE_INVALID');
});

test('a modifier that is no longer offered', async () => {
  await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'MODIFIER', id: here.pizza.cheeseId });
  await expectRefused('CHOICE_INVALID');
});

test('more money than an order can be', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'A house', 1);
  cart = await add(anna, cart, { itemId, quantity: 20 });
  await here.owner.ask(EditItemDocument, { id: itemId, input: { price: 100_000_000 } });
  // As if the guest had agreed to it, which does not go either.
  await rows(app.database.em(), sql`update cart_line set unit_price = null where item_id = ${itemId}`);
  await expectRefused('CART_FULL');
});

test('a refused attempt takes no number: the next order has it', async () => {
  await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: false });
  await expectRefused('ITEM_UNAVAILABLE');
  await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: true });
  expect((await placedOrder(await guest(app, here), here)).number).toBe(1);
});

test('the same cart is placed once what was missing is back, with the same key', async () => {
  const same = placing();
  await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: false });
  expect(await anna.codeOf(PlaceOrderDocument, same)).toBe('ITEM_UNAVAILABLE');
  await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: true });
  expect((await anna.ask(PlaceOrderDocument, same)).placeOrder.replayed).toBe(false);
});
