import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  CartDocument,
  ClearCartDocument,
  OpenCartDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  RemoveStaffDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, person, place, staff } from '../support/build.ts';
import { add, type Cart, look, told } from './cart.ts';

let app: TestApp;
let here: Place;
let elsewhere: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  elsewhere = await place(app);
});

afterAll(() => app.close());

const openAsStaff = (viewer: As, tableId: string | null = null) =>
  viewer.codeOf(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true, tableId });

async function staffCart(viewer: As, tableId: string | null): Promise<Cart> {
  const variables = { restaurantSlug: here.slug, asStaff: true, tableId };
  return (await viewer.ask(OpenCartDocument, variables)).openCart;
}

test("another viewer's cart does not exist, for its guests' neighbours, staff and owner alike", async () => {
  const anna = await guest(app, here);
  const cart = await add(anna, await cartOf(anna, here), { itemId: here.coke.id });
  const { id: cartId, version: cartVersion } = cart;
  const others = [
    new As(app.url),
    await guest(app, here),
    await person(app),
    await staff(app, here.id, 'FLOOR'),
    here.owner,
    elsewhere.owner,
  ];
  for (const other of others) {
    const idempotencyKey = key();
    const input = { cartId, cartVersion };
    const lines = [{ itemId: here.coke.id }];
    const sentence = { restaurantSlug: here.slug, text: 'a coke', cartVersion, idempotencyKey, cartId };
    expect(await other.codeOf(CartDocument, { id: cartId })).toBe('NOT_FOUND');
    expect(await other.codeOf(ClearCartDocument, { input })).toBe('NOT_FOUND');
    expect(await other.codeOf(AddToCartDocument, { input: { ...input, lines }, idempotencyKey })).toBe(
      'NOT_FOUND',
    );
    expect(await other.codeOf(ParseOrderDocument, sentence)).toBe('NOT_FOUND');
    expect(await other.codeOf(PlaceOrderDocument, { ...input, idempotencyKey })).toBe('NOT_FOUND');
  }
  expect(await look(anna, cart)).toEqual(cart);
});

test('nobody in particular has no cart, and no restaurant no carts', async () => {
  expect(await new As(app.url).codeOf(OpenCartDocument, { restaurantSlug: here.slug })).toBe(
    'UNAUTHENTICATED',
  );
  expect(await here.owner.codeOf(OpenCartDocument, { restaurantSlug: 'no-such-place' })).toBe('NOT_FOUND');
  expect(await here.owner.codeOf(CartDocument, { id: randomUUIDv7() })).toBe('NOT_FOUND');
});

test('the floor has a cart for each table and one for pickup, beside its own', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const [table, pickup] = [await staffCart(waiter, here.tableId), await staffCart(waiter, null)];
  const own = await cartOf(waiter, here);
  expect([table.tableId, pickup.tableId]).toEqual([here.tableId, null]);
  expect(new Set([table.id, pickup.id, own.id]).size).toBe(3);
  expect(await staffCart(waiter, here.tableId)).toEqual(table);
});

test("what the floor enters is nobody's order but the restaurant's, at its table", async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const cart = await add(waiter, await staffCart(waiter, here.tableId), { itemId: here.coke.id });
  const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  const { order } = (await waiter.ask(PlaceOrderDocument, placing)).placeOrder;
  expect(order).toMatchObject({ fulfilment: 'DINE_IN', tableName: 'Table 1' });
  expect((await waiter.raw<{ myOrders: object }>('{ myOrders { edges { cursor } } }')).data).toEqual({
    myOrders: { edges: [] },
  });
});

test('a sentence goes into the cart that staff name', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const cart = await staffCart(waiter, here.tableId);
  const { parseOrder } = await waiter.ask(ParseOrderDocument, {
    restaurantSlug: here.slug,
    text: 'two cokes',
    cartVersion: cart.version,
    cartId: cart.id,
    idempotencyKey: key(),
  });
  expect([parseOrder.cart.id, told(parseOrder.cart)]).toEqual([cart.id, ['2 Coke']]);
});

test('carts for guests are for the floor, managers and owners', async () => {
  expect(await openAsStaff(await staff(app, here.id, 'MANAGER'))).toBe('OK');
  expect(await openAsStaff(here.owner)).toBe('OK');
  expect(await openAsStaff(await staff(app, here.id, 'KITCHEN'))).toBe('FORBIDDEN');
  expect(await openAsStaff(await staff(app, here.id, 'COURIER'))).toBe('FORBIDDEN');
  expect(await openAsStaff(await person(app))).toBe('NOT_FOUND');
  expect(await openAsStaff(elsewhere.owner)).toBe('NOT_FOUND');
  expect(await openAsStaff(await guest(app, here))).toBe('UNAUTHENTICATED');
});

test("a table of elsewhere, or of nobody's, has no cart here", async () => {
  expect(await openAsStaff(here.owner, elsewhere.tableId)).toBe('NOT_FOUND');
  expect(await openAsStaff(here.owner, randomUUIDv7())).toBe('NOT_FOUND');
});

test('whoever is dismissed loses the carts for guests', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const cart = await staffCart(waiter, null);
  await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: waiter.id });
  expect(await waiter.codeOf(CartDocument, { id: cart.id })).toBe('NOT_FOUND');
  const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  expect(await waiter.codeOf(PlaceOrderDocument, placing)).toBe('NOT_FOUND');
});
