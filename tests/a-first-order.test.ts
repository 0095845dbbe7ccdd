import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  KitchenTicketsDocument,
  MoveOrderDocument,
  OrderUpdatesDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
} from '../schema/operations.ts';
import { startApp, type TestApp } from './support/app.ts';
import { cartOf, guest, key, type Place, place, staff } from './support/build.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

test("a guest's sentence reaches the kitchen, and the guest sees what the kitchen does", async () => {
  const anna = await guest(app, here);
  const kim = await staff(app, here.id, 'KITCHEN');
  const board = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
  expect((await board.at(0)).kitchenTickets).toMatchObject({ verdict: 'SNAPSHOT', tickets: [] });

  const cart = await cartOf(anna, here);
  const { parseOrder } = await anna.ask(ParseOrderDocument, {
    restaurantSlug: here.slug,
    text: 'two large margheritas, one without basil, and a coke, and a unicorn',
    cartVersion: cart.version,
    idempotencyKey: key(),
  });
  expect(parseOrder.unmatched.map(({ text }) => text).join(' ')).toContain('unicorn');
  expect(parseOrder.cart.total.formatted).toBe('€32.50');

  const placing = { cartId: cart.id, cartVersion: parseOrder.cart.version, idempotencyKey: key() };
  const { order } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
  const { kitchenTickets } = await board.at(1);
  expect(kitchenTickets).toMatchObject({
    verdict: null,
    ticket: { id: order.id, number: 1, status: 'PLACED', tableName: 'Table 1' },
  });
  expect(
    kitchenTickets.ticket!.lines.map(({ quantity, title, variantLabel, modifiers }) => [
      quantity,
      title,
      variantLabel,
      modifiers.map((m) => m.title),
    ]),
  ).toEqual([
    [1, 'Margherita', 'Large', []],
    [1, 'Margherita', 'Large', ['Basil']],
    [1, 'Coke', null, []],
  ]);

  const updates = anna.live(OrderUpdatesDocument, { orderId: order.id });
  expect((await updates.at(0)).orderUpdates).toMatchObject({
    verdict: 'SNAPSHOT',
    order: { status: 'PLACED' },
  });
  let version = order.version;
  for (const to of ['ACCEPTED', 'PREPARING', 'READY'] as const) {
    version = (await kim.ask(MoveOrderDocument, { orderId: order.id, to, expectedVersion: version }))
      .moveOrder.version;
  }
  await updates.find(({ orderUpdates }) => orderUpdates.order.status === 'READY');
  await anna.hangUp();
  await kim.hangUp();
});
