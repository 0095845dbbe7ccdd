import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  AttachModifierGroupDocument,
  type CartLineInput,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  EditItemDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  RemoveCartLineDocument,
  SetCartLineNoteDocument,
  SetCartLineQuantityDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierAvailableDocument,
} from '../../schema/operations.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place } from '../support/build.ts';
import { add, type Cart, look, told, tryToAdd } from './cart.ts';

let app: TestApp;
let here: Place;
let elsewhere: Place;
let anna: As;
let cart: Cart;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  elsewhere = await place(app);
});

beforeEach(async () => {
  anna = await guest(app, here);
  cart = await add(anna, await cartOf(anna, here), { itemId: here.coke.id });
});

afterAll(() => app.close());

async function expectRefused(code: ErrorCode, ...lines: CartLineInput[]): Promise<void> {
  expect(await tryToAdd(anna, cart, ...lines)).toBe(code);
  expect(await look(anna, cart)).toEqual(cart);
}

const cokes = (quantity: number): CartLineInput => ({ itemId: here.coke.id, quantity });
const withNotes = (count: number, from = 0): CartLineInput[] =>
  Array.from({ length: count }, (_, index) => ({ itemId: here.coke.id, note: `note ${from + index}` }));

test.each([0, -1, 100, 1e9, 2 ** 31, 1.5])('a quantity of %d', async (quantity) => {
  await expectRefused('BAD_USER_INPUT', cokes(quantity));
  const input = { cartId: cart.id, cartVersion: cart.version, lineId: cart.lines[0]!.id, quantity };
  expect(await anna.codeOf(SetCartLineQuantityDocument, { input })).toBe('BAD_USER_INPUT');
  expect(await look(anna, cart)).toEqual(cart);
});

test('more than 99 of one choice, at once or bit by bit', async () => {
  await expectRefused('CART_FULL', cokes(99));
  await expectRefused('CART_FULL', cokes(50), cokes(49));
  expect(told(await add(anna, cart, cokes(98)))).toEqual(['99 Coke']);
});

test('more than 100 lines, at once or bit by bit', async () => {
  await expectRefused('BAD_USER_INPUT', ...withNotes(101));
  await expectRefused('BAD_USER_INPUT');
  await expectRefused('CART_FULL', ...withNotes(100));
  const full = await add(anna, cart, ...withNotes(99));
  expect(full.lines).toHaveLength(100);
  expect(await tryToAdd(anna, full, ...withNotes(1, 99))).toBe('CART_FULL');
  expect((await look(anna, full)).version).toBe(full.version);
});

test('more money than an order can be', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'A house', 100_000_000);
  await expectRefused('CART_FULL', { itemId, quantity: 99 });
  const one = await add(anna, cart, { itemId });
  const input = { cartId: cart.id, cartVersion: one.version, lineId: one.lines[1]!.id, quantity: 99 };
  expect(await anna.codeOf(SetCartLineQuantityDocument, { input })).toBe('CART_FULL');
  expect(await look(anna, cart)).toEqual(one);
});

test('what a raised price makes dearer than any order is still read, and taken out', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'Truffle', 100);
  const dear = await add(anna, cart, { itemId, quantity: 99 });
  await here.owner.ask(EditItemDocument, { id: itemId, input: { price: 100_000_000 } });
  const { total, lines } = await look(anna, dear);
  expect(total.amount).toBe(2 ** 31 - 1);
  expect(lines[1]).toMatchObject({
    total: { formatted: '€99,000,000.00' },
    problem: { code: 'PRICE_CHANGED' },
  });
  const placing = { cartId: dear.id, cartVersion: dear.version, idempotencyKey: key() };
  expect(await anna.codeOf(PlaceOrderDocument, { ...placing, expectedTotal: 250 })).toBe('CART_FULL');
  const input = { cartId: dear.id, cartVersion: dear.version };
  const { removeCartLine } = await anna.ask(RemoveCartLineDocument, { input, lineId: lines[1]!.id });
  expect(removeCartLine.total.amount).toBe(250);
});

test('what its modifiers make dearer than anything can be', async () => {
  const { owner, categoryId, id: restaurantId } = here;
  const { id: itemId } = await itemOf(owner, categoryId, 'Crown', 1000);
  const { createModifierGroup } = await owner.ask(CreateModifierGroupDocument, {
    restaurantId,
    input: { title: 'Jewels', min: 0, max: 50 },
    idempotencyKey: key(),
  });
  const groupId = createModifierGroup.group.id;
  const jewels: string[] = [];
  for (const title of ['Ruby', 'Emerald']) {
    const input = { title, price: 100_000_000, maxPerLine: 20 };
    const made = await owner.ask(CreateModifierDocument, { groupId, input, idempotencyKey: key() });
    jewels.push(made.createModifier.group.modifiers.at(-1)!.id);
  }
  await owner.ask(AttachModifierGroupDocument, { itemId, groupId });
  const twentyOfEach = jewels.flatMap((id) => Array.from({ length: 20 }, () => id));
  await expectRefused('CART_FULL', { itemId, quantity: 1, withIds: twentyOfEach });
});

test('more of what a raised price made too dear; less of it, and a word about it, do', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'Caviar', 100);
  const before = await add(anna, cart, { itemId, quantity: 80 });
  await here.owner.ask(EditItemDocument, { id: itemId, input: { price: 20_000_000 } });
  const lineId = before.lines[1]!.id;
  const edit = ({ id, version }: Cart) => ({ cartId: id, cartVersion: version, lineId });
  const set = (from: Cart, quantity: number) => ({ input: { ...edit(from), quantity } });
  expect(await tryToAdd(anna, before, cokes(1))).toBe('CART_FULL');
  expect(await anna.codeOf(SetCartLineQuantityDocument, set(before, 81))).toBe('CART_FULL');
  const { setCartLineQuantity: less } = await anna.ask(SetCartLineQuantityDocument, set(before, 60));
  expect(less.total.amount).toBe(60 * 20_000_000 + 250);
  const noted = { input: { ...edit(less), note: 'On ice' } };
  const { setCartLineNote: told } = await anna.ask(SetCartLineNoteDocument, noted);
  expect(told.total.amount).toBe(less.total.amount);
  const words = { restaurantSlug: here.slug, text: 'make the caviar two', cartVersion: told.version };
  const { parseOrder: said } = await anna.ask(ParseOrderDocument, { ...words, idempotencyKey: key() });
  expect(said.cart.total.amount).toBe(2 * 20_000_000 + 250);
});

test('a note of 201 characters', async () => {
  await expectRefused('BAD_USER_INPUT', { itemId: here.coke.id, note: 'x'.repeat(201) });
  expect(told(await add(anna, cart, { itemId: here.coke.id, note: 'x'.repeat(200) }))).toHaveLength(2);
});

test("items, variants and modifiers of another restaurant, or of nobody's", async () => {
  const { pizza } = here;
  for (const itemId of [elsewhere.coke.id, randomUUIDv7()]) await expectRefused('NOT_FOUND', { itemId });
  for (const variantId of [elsewhere.pizza.largeId, randomUUIDv7()])
    await expectRefused('CHOICE_INVALID', { itemId: pizza.id, variantId });
  for (const id of [elsewhere.pizza.cheeseId, randomUUIDv7()]) {
    await expectRefused('CHOICE_INVALID', { itemId: pizza.id, withIds: [id] });
    await expectRefused('CHOICE_INVALID', { itemId: pizza.id, withoutIds: [id] });
  }
  await expectRefused('CHOICE_INVALID', { itemId: here.coke.id, variantId: pizza.largeId });
  await expectRefused('CHOICE_INVALID', { itemId: here.coke.id, withIds: [pizza.cheeseId] });
});

test('what is no id at all', async () => {
  await expectRefused('BAD_USER_INPUT', { itemId: 'coke' });
  await expectRefused('BAD_USER_INPUT', { itemId: here.pizza.id, withIds: ['cheese'] });
});

test('one bad line keeps the good ones out too', async () => {
  await expectRefused('NOT_FOUND', cokes(1), { itemId: elsewhere.coke.id });
});

test('a line of another cart, or of none, is neither set nor removed', async () => {
  const berta = await guest(app, here);
  const hers = await add(berta, await cartOf(berta, here), cokes(1));
  for (const lineId of [hers.lines[0]!.id, randomUUIDv7()]) {
    const input = { cartId: cart.id, cartVersion: cart.version };
    expect(await anna.codeOf(RemoveCartLineDocument, { input, lineId })).toBe('NOT_FOUND');
    const set = { ...input, lineId, quantity: 2 };
    expect(await anna.codeOf(SetCartLineQuantityDocument, { input: set })).toBe('NOT_FOUND');
  }
  expect([await look(anna, cart), await look(berta, hers)]).toEqual([cart, hers]);
});

test('a hidden or archived item is not found', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'Secret', 100);
  await here.owner.ask(EditItemDocument, { id: itemId, input: { hidden: true } });
  await expectRefused('NOT_FOUND', { itemId });
  await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id: itemId });
  await expectRefused('NOT_FOUND', { itemId });
});

test('an item that is sold out is not available', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'Soup', 100);
  await here.owner.ask(SetItemStockDocument, { input: { itemId, remaining: 0 } });
  await expectRefused('ITEM_UNAVAILABLE', { itemId });
  await here.owner.ask(SetItemStockDocument, { input: { itemId, remaining: null } });
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: false });
  await expectRefused('ITEM_UNAVAILABLE', { itemId });
});

test('nor is a modifier that has run out', async () => {
  const there = await place(app);
  const modifierId = there.pizza.cheeseId;
  await there.owner.ask(SetModifierAvailableDocument, { modifierId, available: false });
  const berta = await guest(app, there);
  const line = { itemId: there.pizza.id, withIds: [modifierId] };
  expect(await tryToAdd(berta, await cartOf(berta, there), line)).toBe('ITEM_UNAVAILABLE');
});
