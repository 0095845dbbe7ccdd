import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DocumentNode } from 'graphql';
import {
  AddToCartDocument,
  CartDocument,
  CloseTableDocument,
  EditItemDocument,
  KitchenTicketsDocument,
  MoveOrderDocument,
  MyOrdersDocument,
  OpenCartDocument,
  OrderDocument,
  OrderUpdatesDocument,
  ParseOrderDocument,
  RestaurantOrdersDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, person, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { bytesByHttp, bytesBySocket } from './access-bytes.ts';

let app: TestApp;
let here: Place;
let elsewhere: Place;
let orderId: string;
let cartId: string;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  elsewhere = await place(app);
  const zoe = await guest(app, here);
  orderId = (await placedOrder(zoe, here)).id;
  cartId = (await cartOf(zoe, here)).id;
});

afterAll(() => app.close());

describe('what a stranger may not see looks exactly like what there is not', () => {
  const adding = (id: string) => ({
    input: { cartId: id, cartVersion: 1, lines: [{ itemId: here.coke.id, quantity: 1 }] },
    idempotencyKey: 'the same every time',
  });
  const moving = (id: string) => ({ orderId: id, to: 'ACCEPTED', expectedVersion: 1 });

  const operations: readonly [string, DocumentNode, () => string, (id: string) => object][] = [
    ['an order', OrderDocument, () => orderId, (id) => ({ id })],
    ['a cart', CartDocument, () => cartId, (id) => ({ id })],
    ['moving an order', MoveOrderDocument, () => orderId, moving],
    ['adding to a cart', AddToCartDocument, () => cartId, adding],
    ['editing an item', EditItemDocument, () => here.coke.id, (id) => ({ id, input: { price: 1 } })],
    ['closing a table', CloseTableDocument, () => here.tableId, (id) => ({ tableId: id })],
  ];
  const streams: readonly [string, DocumentNode, () => string, (id: string) => object][] = [
    ['following an order', OrderUpdatesDocument, () => orderId, (id) => ({ orderId: id })],
    ["following a kitchen's board", KitchenTicketsDocument, () => here.id, (id) => ({ restaurantId: id })],
    [
      "following a restaurant's orders",
      RestaurantOrdersDocument,
      () => here.id,
      (id) => ({ restaurantId: id }),
    ],
  ];

  test.each(operations)('%s, by HTTP', async (_, document, id, variables) => {
    for (const stranger of await strangers()) {
      const seen = await bytesByHttp(stranger, document, variables(id()));
      expect(seen).toContain('NOT_FOUND');
      expect(seen).toBe(await bytesByHttp(stranger, document, variables(randomUUIDv7())));
    }
  });

  test.each([...operations, ...streams])('%s, by socket', async (_, document, id, variables) => {
    for (const stranger of await strangers()) {
      const seen = await bytesBySocket(stranger, document, variables(id()));
      expect(seen).toContain('NOT_FOUND');
      expect(seen).toBe(await bytesBySocket(stranger, document, variables(randomUUIDv7())));
    }
  });

  async function strangers(): Promise<As[]> {
    return [new As(app.url), await guest(app, here), elsewhere.owner];
  }
});

describe('a visit at one restaurant', () => {
  test('is no visit at another', async () => {
    const visitor = await guest(app, elsewhere);
    expect(await visitor.codeOf(OpenCartDocument, { restaurantSlug: elsewhere.slug, asStaff: false })).toBe(
      'OK',
    );

    expect(await visitor.codeOf(OpenCartDocument, { restaurantSlug: here.slug, asStaff: false })).toBe(
      'UNAUTHENTICATED',
    );
    const sentence = { restaurantSlug: here.slug, text: 'a coke', cartVersion: 0, idempotencyKey: key() };
    expect(await visitor.codeOf(ParseOrderDocument, sentence)).toBe('UNAUTHENTICATED');
    expect(await visitor.codeOf(OrderDocument, { id: orderId })).toBe('NOT_FOUND');
    expect(await visitor.codeOf(CartDocument, { id: cartId })).toBe('NOT_FOUND');
    expect((await visitor.live(OrderUpdatesDocument, { orderId }).refused()).code).toBe('NOT_FOUND');
    await visitor.hangUp();
  });

  test('gives a signed-in person no table at another', async () => {
    const { credentials } = await person(app);
    const { visitToken } = (await guest(app, elsewhere)).credentials;
    const paul = new As(app.url, { ...credentials, visitToken: visitToken! });
    expect(await placedOrder(paul, here)).toMatchObject({ fulfilment: 'PICKUP', tableName: null });
    expect(await placedOrder(paul, elsewhere)).toMatchObject({ fulfilment: 'DINE_IN', tableName: 'Table 1' });
  });
});

describe('a signed-in person at a table', () => {
  test('keeps the order when the visit token is gone; the table came from the visit', async () => {
    const paul = await person(app);
    const { visitToken } = (await guest(app, here)).credentials;
    const seated = new As(app.url, { ...paul.credentials, visitToken: visitToken! });
    const { openCart } = await seated.ask(OpenCartDocument, { restaurantSlug: here.slug });
    expect(openCart.tableId).toBe(here.tableId);

    const order = await placedOrder(seated, here);
    expect(order).toMatchObject({ fulfilment: 'DINE_IN', tableName: 'Table 1' });
    expect((await paul.ask(OrderDocument, { id: order.id })).order.id).toBe(order.id);
    expect(await ordersOf(paul)).toEqual([order.id]);

    const later = await placedOrder(paul, here);
    expect(later).toMatchObject({ fulfilment: 'PICKUP', tableName: null });
    expect(await ordersOf(paul)).toEqual([later.id, order.id]);
  });
});

test('everybody has only their own among their orders', async () => {
  const [anna, ben, carla] = [await guest(app, here), await guest(app, here), await person(app)];
  const own = new Map<As, string>();
  for (const viewer of [anna, ben, carla]) own.set(viewer, (await placedOrder(viewer, here)).id);
  for (const [viewer, id] of own) expect(await ordersOf(viewer)).toEqual([id]);
  expect(await ordersOf(here.owner)).toEqual([]);
});

async function ordersOf(viewer: As): Promise<string[]> {
  const { myOrders } = await viewer.ask(MyOrdersDocument, {});
  return myOrders.edges.map(({ node }) => node.id);
}
