import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  KitchenTicketsDocument,
  OrderDocument,
  OrderUpdatesDocument,
  TransferOwnershipDocument,
} from '../schema/operations.ts';
import { startApp, type TestApp } from './support/app.ts';
import { guest, type Place, place, staff } from './support/build.ts';
import { placedOrder } from './support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

test('an id in capitals is the same id, also where it is compared and listened to', async () => {
  const kim = await staff(app, here.id, 'KITCHEN');
  const anna = await guest(app, here);
  const tickets = kim.live(KitchenTicketsDocument, { restaurantId: here.id.toUpperCase() });
  await tickets.at(0);
  const order = await placedOrder(anna, here);
  expect((await tickets.at(1)).kitchenTickets.ticket).toMatchObject({ id: order.id });
  const updates = anna.live(OrderUpdatesDocument, { orderId: order.id.toUpperCase() });
  expect((await updates.at(0)).orderUpdates.order.id).toBe(order.id);
  await anna.hangUp();
  await kim.hangUp();
});

test('the last owner stays one, however the own id is spelt', async () => {
  const variables = { restaurantId: here.id, personId: here.owner.id.toUpperCase() };
  await here.owner.ask(TransferOwnershipDocument, variables);
  expect((await here.owner.ask(TransferOwnershipDocument, variables)).transferOwnership.role).toBe('OWNER');
});

test.each(['{%}', 'urn:uuid:%', ' %', '%0'])('an id is nothing but its digits: %s', async (form) => {
  const id = form.replace('%', here.id);
  expect(await here.owner.codeOf(OrderDocument, { id })).toBe('BAD_USER_INPUT');
});
