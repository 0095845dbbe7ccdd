import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CloseTableDocument, MoveOrderDocument, OrderUpdatesDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { type PlacedOrder, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let kim: As;
let order: PlacedOrder;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
  kim = await staff(app, here.id, 'KITCHEN');
  order = await placedOrder(anna, here);
});

function move(to: 'ACCEPTED' | 'PREPARING' | 'READY', expectedVersion: number) {
  return kim.ask(MoveOrderDocument, { orderId: order.id, to, expectedVersion });
}

test('a guest follows an order of its own, and hears of no other', async () => {
  const updates = anna.live(OrderUpdatesDocument, { orderId: order.id });
  const { orderUpdates: first } = await updates.at(0);
  expect(first).toMatchObject({ verdict: 'SNAPSHOT', order: { id: order.id, status: 'PLACED' } });
  await placedOrder(anna, here);
  await placedOrder(await guest(app, here), here);
  await move('ACCEPTED', 1);
  const { orderUpdates: next } = await updates.at(1);
  expect(next).toMatchObject({ verdict: null, order: { id: order.id, status: 'ACCEPTED', version: 2 } });
  expect(next.previous).toBeLessThanOrEqual(first.number);
  expect(next.number).toBeGreaterThan(first.number);
  await anna.hangUp();
});

test('with the number it holds it hears what it missed; with one beyond the last it starts over', async () => {
  const { orderUpdates: held } = await anna.live(OrderUpdatesDocument, { orderId: order.id }).at(0);
  await move('ACCEPTED', 1);
  await placedOrder(anna, here);
  await move('PREPARING', 2);
  const resumed = anna.live(OrderUpdatesDocument, { orderId: order.id, after: held.number });
  await resumed.at(2);
  const [first, one, two] = resumed.messages.map(({ orderUpdates }) => orderUpdates);
  expect([first!.verdict, first!.number]).toEqual(['RESUMED', held.number]);
  expect(one!.previous).toBeLessThanOrEqual(held.number);
  expect(two!.previous).toBe(one!.number);
  const reset = anna.live(OrderUpdatesDocument, { orderId: order.id, after: two!.number + 1_000 });
  expect((await reset.at(0)).orderUpdates).toMatchObject({
    verdict: 'RESET',
    order: { status: 'PREPARING' },
  });
  await anna.hangUp();
});

test('the end of the visit does not end it', async () => {
  const updates = anna.live(OrderUpdatesDocument, { orderId: order.id });
  await updates.at(0);
  await here.owner.ask(CloseTableDocument, { tableId: here.tableId });
  await move('ACCEPTED', 1);
  await updates.find(({ orderUpdates }) => orderUpdates.order.status === 'ACCEPTED');
  const again = anna.live(OrderUpdatesDocument, { orderId: order.id });
  expect((await again.at(0)).orderUpdates.order.status).toBe('ACCEPTED');
  await anna.hangUp();
});

test('for another guest there is no such order', async () => {
  const bob = await guest(app, here);
  const refused = await bob.live(OrderUpdatesDocument, { orderId: order.id }).refused();
  expect(refused.code).toBe('NOT_FOUND');
  await bob.hangUp();
});

test('staff follow it too, with the moves of their role', async () => {
  const updates = kim.live(OrderUpdatesDocument, { orderId: order.id });
  await updates.at(0);
  await move('ACCEPTED', 1);
  expect((await updates.at(1)).orderUpdates.order.status).toBe('ACCEPTED');
  await kim.hangUp();
});
