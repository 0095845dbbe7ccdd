import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  DiscountOrderDocument,
  MoveOrderDocument,
  OrderDocument,
  type OrderQuery,
  PlaceOrderDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { oldOrderDetails } from '../../src/orders/old-order-details.ts';
import type { OrderStatus } from '../../src/orders/order-status.ts';
import { add } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { cartOf, guest, key, type Place, place } from '../support/build.ts';

type Order = OrderQuery['order'];

let app: TestApp;
let here: Place;
let order: Order;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

/** Three cokes, about which somebody wrote in every place there is. */
beforeEach(async () => {
  const anna = await guest(app, here);
  const cart = await add(anna, await cartOf(anna, here), {
    itemId: here.coke.id,
    quantity: 3,
    note: 'For Anna',
  });
  const placing = { cartId: cart.id, cartVersion: cart.version, customerName: 'Anna', note: 'From Anna' };
  const { placeOrder } = await anna.ask(PlaceOrderDocument, { ...placing, idempotencyKey: key() });
  order = await look(placeOrder.order.id);
  const off = { discount: { amount: 100 }, reason: 'Anna complained' };
  await here.owner.ask(DiscountOrderDocument, { input: { ...seen(), ...off } });
  order = await look(order.id);
  await here.owner.ask(DiscountOrderDocument, { input: { ...seen(), ...off, lineId: order.lines[0]!.id } });
  await voided('Anna spilt it');
  await voided('Anna spilt it again');
});

const look = async (id: string): Promise<Order> => (await here.owner.ask(OrderDocument, { id })).order;

const seen = () => ({ orderId: order.id, expectedVersion: order.version });

async function voided(reason: string): Promise<void> {
  order = await look(order.id);
  const input = { ...seen(), lineId: order.lines[0]!.id, quantity: 1, reason };
  order = (await here.owner.ask(VoidLineDocument, { input })).voidLine;
}

async function moved(...way: OrderStatus[]): Promise<void> {
  for (const to of way) {
    await here.owner.ask(MoveOrderDocument, { ...seen(), to });
    order = await look(order.id);
  }
}

const sweep = () => rows(app.database.em(), oldOrderDetails(-1, 1_000));

test('every word is gone, and what was taken off, by whom and when, stays', async () => {
  await moved('ACCEPTED', 'PREPARING', 'READY', 'COMPLETED');
  expect(JSON.stringify(order).match(/Anna/g)).toHaveLength(7);
  await sweep();
  const kept = await look(order.id);
  expect(JSON.stringify(kept)).not.toContain('Anna');
  expect(kept.total).toEqual(order.total);
  expect(kept.discount).toEqual({ ...order.discount, reason: null });
  expect(kept.lines[0]!.discount).toEqual({ ...order.lines[0]!.discount, reason: null });
  expect(kept.lines[0]!.voids).toEqual(order.lines[0]!.voids.map((one) => ({ ...one, reason: null })));
});

test('what is written later, of what is over, goes the same way', async () => {
  await moved('ACCEPTED', 'PREPARING', 'READY', 'COMPLETED');
  await sweep();
  await voided('Anna never drank it');
  expect(order.lines[0]!.voids.at(-1)).toMatchObject({ reason: 'Anna never drank it' });
  await sweep();
  expect(JSON.stringify(await look(order.id))).not.toContain('Anna');
});

test('the reason that has a code stays', async () => {
  const rejecting = { ...seen(), to: 'REJECTED' as const, reason: 'OTHER' as const, reasonNote: 'Anna left' };
  await here.owner.ask(MoveOrderDocument, rejecting);
  await sweep();
  expect(await look(order.id)).toMatchObject({ reason: 'OTHER', reasonNote: null });
});

test('of an order under way every word stays', async () => {
  await sweep();
  expect(await look(order.id)).toEqual(order);
});

test('it is kept so long after it was over, whatever is done to its bill later', async () => {
  await moved('ACCEPTED', 'PREPARING', 'READY', 'COMPLETED');
  await rows(
    app.database.em(),
    sql`update orders set ended_at = ended_at - interval '90 days' where id = ${order.id}`,
  );
  await voided('Anna never drank it');
  await rows(app.database.em(), oldOrderDetails(91, 1_000));
  expect(await look(order.id)).toEqual(order);
  await rows(app.database.em(), oldOrderDetails(89, 1_000));
  expect(JSON.stringify(await look(order.id))).not.toContain('Anna');
});
