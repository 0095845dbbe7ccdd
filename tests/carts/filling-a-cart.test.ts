import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ClearCartDocument,
  EditItemDocument,
  OpenCartDocument,
  RemoveCartLineDocument,
  SetCartLineQuantityDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type As, Refused } from '../support/as.ts';
import { cartOf, guest, key, type Place, person, place } from '../support/build.ts';
import { add, type Cart, look, told, tryToAdd } from './cart.ts';

let app: TestApp;
let here: Place;
let anna: As;
let cart: Cart;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

beforeEach(async () => {
  anna = await guest(app, here);
  cart = (await anna.ask(OpenCartDocument, { restaurantSlug: here.slug })).openCart;
});

afterAll(() => app.close());

const edit = ({ id, version }: Cart) => ({ cartId: id, cartVersion: version });

test('a viewer has one cart at a restaurant, and another at another', async () => {
  expect(await cartOf(anna, here)).toEqual(cart);
  const pia = await person(app);
  const [one, again] = [await cartOf(pia, here), await cartOf(pia, here)];
  expect(again.id).toBe(one.id);
  expect((await cartOf(pia, await place(app))).id).not.toBe(one.id);
});

test('several who open one cart at once get the same one', async () => {
  const pia = await person(app);
  const ids = await Promise.all([1, 2, 3, 4].map(async () => (await cartOf(pia, here)).id));
  expect(new Set(ids).size).toBe(1);
});

test('the server names and prices every line', async () => {
  const { id, largeId, cheeseId, basilId } = here.pizza;
  const line = {
    itemId: id,
    variantId: largeId,
    withIds: [cheeseId],
    withoutIds: [basilId],
    quantity: 2,
    note: ' hot ',
  };
  const filled = await add(anna, cart, line, { itemId: here.coke.id });
  expect(told(filled)).toEqual(['2 Margherita Large +Extra cheese -Basil (hot)', '1 Coke']);
  expect(filled.lines.map(({ unitPrice, total }) => [unitPrice.amount, total.amount])).toEqual([
    [1650, 3300],
    [250, 250],
  ]);
  expect(filled).toMatchObject({ version: cart.version + 1, total: { amount: 3550, formatted: '€35.50' } });
  expect(await look(anna, cart)).toEqual(filled);
});

test('the same choice adds up, whether the default variant is named or not; another choice is another line', async () => {
  const { id: itemId, regularId, largeId, cheeseId } = here.pizza;
  const first = await add(anna, cart, { itemId }, { itemId, variantId: regularId, quantity: 2 });
  expect(told(first)).toEqual(['3 Margherita Regular']);
  const second = await add(
    anna,
    first,
    { itemId, variantId: largeId },
    { itemId, withIds: [cheeseId] },
    { itemId, note: 'hot' },
  );
  expect(told(second)).toEqual([
    '3 Margherita Regular',
    '1 Margherita Large',
    '1 Margherita Regular +Extra cheese',
    '1 Margherita Regular (hot)',
  ]);
  const third = await add(anna, second, { itemId, withIds: [cheeseId], quantity: 4 });
  expect(third.lines.map(({ quantity }) => quantity)).toEqual([3, 1, 5, 1]);
});

test('a quantity is set, a line removed, the cart cleared, each a version further', async () => {
  const filled = await add(anna, cart, { itemId: here.coke.id }, { itemId: here.pizza.id });
  const lineId = filled.lines[0]!.id;
  const set = { ...edit(filled), lineId, quantity: 99 };
  const more = (await anna.ask(SetCartLineQuantityDocument, { input: set })).setCartLineQuantity;
  expect(told(more)).toEqual(['99 Coke', '1 Margherita Regular']);
  const less = (await anna.ask(RemoveCartLineDocument, { input: edit(more), lineId })).removeCartLine;
  expect(told(less)).toEqual(['1 Margherita Regular']);
  const none = (await anna.ask(ClearCartDocument, { input: edit(less) })).clearCart;
  expect(none).toMatchObject({ lines: [], total: { amount: 0 }, version: cart.version + 4 });
});

test('whoever saw an older version is refused with the current one, and changes nothing', async () => {
  const now = await add(anna, cart, { itemId: here.coke.id });
  const lineId = now.lines[0]!.id;
  const stale = edit(cart);
  const attempts = [
    anna.ask(AddToCartDocument, {
      input: { ...stale, lines: [{ itemId: here.coke.id }] },
      idempotencyKey: key(),
    }),
    anna.ask(SetCartLineQuantityDocument, { input: { ...stale, lineId, quantity: 5 } }),
    anna.ask(RemoveCartLineDocument, { input: stale, lineId }),
    anna.ask(ClearCartDocument, { input: stale }),
  ];
  for (const attempt of attempts) {
    const refusal = (await attempt.catch((error: unknown) => error)) as Refused;
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal.extensions).toMatchObject({
      code: 'CONFLICT',
      problem: { status: 409, currentVersion: now.version },
    });
  }
  expect(await look(anna, cart)).toEqual(now);
});

test('of several edits with one version one wins', async () => {
  const codes = await Promise.all([1, 2, 3].map(() => tryToAdd(anna, cart, { itemId: here.coke.id })));
  expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'OK']);
  expect(told(await look(anna, cart))).toEqual(['1 Coke']);
});

test('the same key adds nothing more and answers with the cart as it is now', async () => {
  const input = { ...edit(cart), lines: [{ itemId: here.coke.id }] };
  const variables = { input, idempotencyKey: key() };
  const first = (await anna.ask(AddToCartDocument, variables)).addToCart;
  const later = await add(anna, first.cart, { itemId: here.pizza.id });
  const again = (await anna.ask(AddToCartDocument, variables)).addToCart;
  expect([first.replayed, again.replayed, again.cart]).toEqual([false, true, later]);
  const other = {
    input: { ...input, lines: [{ itemId: here.pizza.id }] },
    idempotencyKey: variables.idempotencyKey,
  };
  expect(await anna.codeOf(AddToCartDocument, other)).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await look(anna, cart)).toEqual(later);
});

test('a cart shows the prices of this moment', async () => {
  const there = await place(app);
  const berta = await guest(app, there);
  const before = await add(berta, await cartOf(berta, there), { itemId: there.coke.id, quantity: 2 });
  await there.owner.ask(EditItemDocument, { id: there.coke.id, input: { price: 300 } });
  expect((await look(berta, before)).total.amount).toBe(600);
});
