import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { KitchenTicketsDocument, RestaurantOrdersDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let kim: As;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
  kim = await staff(app, here.id, 'KITCHEN');
});

/** The first message of a new subscription, as after nothing but this. */
async function begun(after: number | null) {
  const stream = kim.live(KitchenTicketsDocument, { restaurantId: here.id, after });
  return { stream, first: (await stream.at(0)).kitchenTickets };
}

function numbers(tickets: readonly { number: number }[] | null | undefined): number[] | undefined {
  return tickets?.map(({ number }) => number);
}

test('without a number a screen starts with a snapshot and what comes after it', async () => {
  await placedOrder(anna, here);
  await placedOrder(anna, here);
  const { stream, first } = await begun(null);
  expect([first.verdict, numbers(first.tickets), first.ticket]).toEqual(['SNAPSHOT', [1, 2], null]);
  expect(first.previous).toBe(first.number);
  await placedOrder(anna, here);
  const { kitchenTickets: next } = await stream.at(1);
  expect([next.verdict, next.tickets, next.ticket?.number]).toEqual([null, null, 3]);
  expect(next.previous).toBeLessThanOrEqual(first.number);
  expect(next.number).toBeGreaterThan(first.number);
  await kim.hangUp();
});

test('with the number it holds it goes on exactly there', async () => {
  const { first: held } = await begun(null);
  for (let count = 0; count < 3; count++) await placedOrder(anna, here);
  const { stream, first } = await begun(held.number);
  expect([first.verdict, first.number, first.tickets]).toEqual(['RESUMED', held.number, null]);
  await placedOrder(anna, here);
  await stream.at(4);
  let last = held.number;
  for (const { kitchenTickets } of stream.messages.slice(1)) {
    expect(kitchenTickets.previous).toBeLessThanOrEqual(last);
    expect(kitchenTickets.number).toBeGreaterThan(last);
    last = kitchenTickets.number;
  }
  expect(stream.messages.map(({ kitchenTickets }) => kitchenTickets.ticket?.number)).toEqual([
    undefined,
    1,
    2,
    3,
    4,
  ]);
  await kim.hangUp();
});

test.each([1, 1_000_000, 2_147_483_647])('with a number %d beyond the last it starts over', async (more) => {
  await placedOrder(anna, here);
  const { first: held } = await begun(null);
  const { stream, first } = await begun(Math.min(held.number + more, 2_147_483_647));
  expect([first.verdict, first.number, numbers(first.tickets)]).toEqual(['RESET', held.number, [1]]);
  await placedOrder(anna, here);
  expect((await stream.at(1)).kitchenTickets.ticket?.number).toBe(2);
  await kim.hangUp();
});

test('with a number below none it starts over', async () => {
  await placedOrder(anna, here);
  expect((await begun(-1)).first).toMatchObject({ verdict: 'RESET', tickets: [{ number: 1 }] });
  await kim.hangUp();
});

test('with a number older than the log it starts over; with the oldest that can be honoured it goes on', async () => {
  const { first: old } = await begun(null);
  await placedOrder(anna, here);
  await placedOrder(anna, here);
  const { first: last } = await begun(null);
  await rows(
    app.database.em(),
    sql`delete from event where stream = ${here.id} and number <= ${last.number - 1}`,
  );
  expect((await begun(old.number)).first).toMatchObject({ verdict: 'RESET', number: last.number });
  expect((await begun(0)).first).toMatchObject({ verdict: 'RESET', number: last.number });
  const { stream, first } = await begun(last.number - 1);
  expect(first).toMatchObject({ verdict: 'RESUMED', number: last.number - 1 });
  expect((await stream.at(1)).kitchenTickets.ticket?.number).toBe(2);
  await rows(app.database.em(), sql`delete from event where stream = ${here.id}`);
  expect((await begun(last.number)).first).toMatchObject({ verdict: 'RESUMED', number: last.number });
  expect((await begun(last.number - 1)).first).toMatchObject({ verdict: 'RESET', number: last.number });
  await kim.hangUp();
});

test('pickup boards get the same verdicts', async () => {
  await placedOrder(anna, here);
  const first = async (after: number | null) =>
    (await kim.live(RestaurantOrdersDocument, { restaurantId: here.id, after }).at(0)).restaurantOrders;
  const snapshot = await first(null);
  expect(snapshot).toMatchObject({ verdict: 'SNAPSHOT', orders: [{ number: 1 }], order: null });
  expect(await first(snapshot.number)).toMatchObject({ verdict: 'RESUMED', orders: null, order: null });
  expect(await first(snapshot.number + 1)).toMatchObject({ verdict: 'RESET', orders: [{ number: 1 }] });
  const resumed = kim.live(RestaurantOrdersDocument, { restaurantId: here.id, after: snapshot.number });
  await placedOrder(anna, here);
  expect((await resumed.at(1)).restaurantOrders).toMatchObject({
    verdict: null,
    order: { number: 2, status: 'PLACED', tableName: 'Table 1' },
  });
  await kim.hangUp();
});
