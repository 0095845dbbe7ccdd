import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AcceptPricesDocument,
  AddToCartDocument,
  ClearCartDocument,
  EditItemDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  RemoveCartLineDocument,
  SetCartLineNoteDocument,
  SetCartLineQuantityDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, person, place } from '../support/build.ts';
import { add, type Cart, look, refusalOf, told, tryToAdd } from './cart.ts';

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

test('an edit of an older version is refused with the cart as it is now, and changes nothing', async () => {
  const now = await add(anna, cart, { itemId: here.coke.id });
  const lineId = now.lines[0]!.id;
  const stale = edit(cart);
  const attempts = [
    () => anna.ask(SetCartLineQuantityDocument, { input: { ...stale, lineId, quantity: 5 } }),
    () => anna.ask(SetCartLineNoteDocument, { input: { ...stale, lineId, note: 'cold' } }),
    () => anna.ask(RemoveCartLineDocument, { input: stale, lineId }),
    () => anna.ask(ClearCartDocument, { input: stale }),
    () => anna.ask(AcceptPricesDocument, { input: stale }),
  ];
  for (const attempt of attempts) {
    const refusal = await refusalOf(attempt);
    expect(refusal.extensions).toMatchObject({
      code: 'CONFLICT',
      problem: { status: 409, currentVersion: now.version, cart: now },
    });
  }
  expect(await look(anna, cart)).toEqual(now);
});

test('an addition needs no version: what others added meanwhile stays, and it is added to that', async () => {
  const first = await add(anna, cart, { itemId: here.coke.id });
  const second = await add(anna, cart, { itemId: here.pizza.id });
  const input = { cartId: cart.id, lines: [{ itemId: here.coke.id, quantity: 2 }] };
  const third = (await anna.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart.cart;
  expect([first, second, third].map(({ version }) => version - cart.version)).toEqual([1, 2, 3]);
  expect(told(third)).toEqual(['3 Coke', '1 Margherita Regular']);
});

test('of several additions at once, and with a version from the future, all are kept but the last', async () => {
  const adding = [1, 2, 3].map(() => tryToAdd(anna, cart, { itemId: here.coke.id }));
  expect(await Promise.all(adding)).toEqual(['OK', 'OK', 'OK']);
  expect(told(await look(anna, cart))).toEqual(['3 Coke']);
  const future = { ...cart, version: cart.version + 9 };
  expect(await tryToAdd(anna, future, { itemId: here.coke.id })).toBe('CONFLICT');
});

test.each(['ordered', 'cleared'])('an addition to what was %s since is refused', async (how) => {
  const seen = await add(anna, cart, { itemId: here.coke.id });
  if (how === 'cleared') await anna.ask(ClearCartDocument, { input: edit(seen) });
  else await anna.ask(PlaceOrderDocument, { ...edit(seen), idempotencyKey: key() });
  expect(await tryToAdd(anna, seen, { itemId: here.pizza.id })).toBe('CONFLICT');
  expect(told(await add(anna, await look(anna, cart), { itemId: here.pizza.id }))).toEqual([
    '1 Margherita Regular',
  ]);
});

test('of several edits with one version one wins', async () => {
  const filled = await add(anna, cart, { itemId: here.coke.id });
  const lineId = filled.lines[0]!.id;
  const codes = [2, 3, 4].map((quantity) =>
    anna.codeOf(SetCartLineQuantityDocument, { input: { ...edit(filled), lineId, quantity } }),
  );
  expect((await Promise.all(codes)).sort()).toEqual(['CONFLICT', 'CONFLICT', 'OK']);
  expect((await look(anna, cart)).version).toBe(filled.version + 1);
});

test('a note is written, taken off, and makes one line of two that are the same by then', async () => {
  const { id: itemId, cheeseId } = here.pizza;
  const filled = await add(
    anna,
    cart,
    { itemId, withIds: [cheeseId], note: 'hot' },
    { itemId, withIds: [cheeseId], quantity: 2 },
  );
  const lineId = filled.lines[0]!.id;
  const noted = async (from: Cart, note: string | null) =>
    (await anna.ask(SetCartLineNoteDocument, { input: { ...edit(from), lineId, note } })).setCartLineNote;
  const cold = await noted(filled, ' cold ');
  expect(told(cold)).toEqual([
    '1 Margherita Regular +Extra cheese (cold)',
    '2 Margherita Regular +Extra cheese',
  ]);
  expect(told(await add(anna, cold, { itemId, withIds: [cheeseId], note: 'cold' }))).toEqual([
    '2 Margherita Regular +Extra cheese (cold)',
    '2 Margherita Regular +Extra cheese',
  ]);
  const plain = await noted(await look(anna, cart), ' ');
  expect(told(plain)).toEqual(['4 Margherita Regular +Extra cheese']);
  const input = { ...edit(plain), lineId: plain.lines[0]!.id };
  const long = { input: { ...input, note: 'x'.repeat(201) } };
  expect(await anna.codeOf(SetCartLineNoteDocument, long)).toBe('BAD_USER_INPUT');
  const gone = { input: { ...edit(plain), lineId, note: null } };
  expect(await anna.codeOf(SetCartLineNoteDocument, gone)).toBe('NOT_FOUND');
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

describe('a price that changes while something is in the cart', () => {
  let there: Place;
  let berta: As;
  let seen: Cart;

  beforeEach(async () => {
    there = await place(app);
    berta = await guest(app, there);
    const coke = { itemId: there.coke.id, quantity: 2 };
    seen = await add(berta, await cartOf(berta, there), coke, { itemId: there.pizza.id });
    await there.owner.ask(EditItemDocument, { id: there.coke.id, input: { price: 300 } });
  });

  const codesOf = ({ lines }: Cart) => lines.map(({ problems }) => problems.map(({ code }) => code));

  test('is shown with what it was, in a total of this moment, and is not ordered unseen', async () => {
    const now = await look(berta, seen);
    expect(now.total.amount).toBe(1600);
    expect(codesOf(now)).toEqual([['PRICE_CHANGED'], []]);
    expect(now.lines[0]).toMatchObject({
      unitPrice: { amount: 300 },
      agreedPrice: { amount: 250 },
      problem: { code: 'PRICE_CHANGED' },
    });
    const refusal = await refusalOf(() =>
      berta.ask(PlaceOrderDocument, { ...edit(now), idempotencyKey: key() }),
    );
    expect(refusal.extensions).toMatchObject({
      code: 'PRICE_CHANGED',
      problem: { fields: [{ path: `lines.${now.lines[0]!.id}` }] },
    });
  });

  test('is accepted for the whole cart, which is ordered then', async () => {
    const { acceptPrices } = await berta.ask(AcceptPricesDocument, { input: edit(seen) });
    expect([codesOf(acceptPrices), acceptPrices.version]).toEqual([[[], []], seen.version + 1]);
    const placing = { ...edit(acceptPrices), idempotencyKey: key() };
    expect((await berta.ask(PlaceOrderDocument, placing)).placeOrder.order.total.amount).toBe(1600);
  });

  test('is accepted with an edit of its line, and with more of the same, but not with an edit of another', async () => {
    const [coke, pizza] = seen.lines;
    const set = async (from: Cart, lineId: string) =>
      (await berta.ask(SetCartLineQuantityDocument, { input: { ...edit(from), lineId, quantity: 3 } }))
        .setCartLineQuantity;
    const other = await set(seen, pizza!.id);
    expect(codesOf(other)).toEqual([['PRICE_CHANGED'], []]);
    const own = await set(other, coke!.id);
    expect(codesOf(own)).toEqual([[], []]);
    await there.owner.ask(EditItemDocument, { id: there.coke.id, input: { price: 350 } });
    const more = await add(berta, own, { itemId: there.coke.id });
    expect([codesOf(more), more.lines[0]!.agreedPrice?.amount]).toEqual([[[], []], 350]);
  });
});
