import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  KitchenTicketsDocument,
  MoveOrderDocument,
  PlaceOrderDocument,
  RemoveStaffDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { memoryBell } from '../../src/events/memory-bell.ts';
import { transact } from '../../src/events/transact.ts';
import type { Role } from '../../src/restaurants/role.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { guest, type Person, type Place, place, staff } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let crew: Person[];

beforeAll(async () => {
  app = await startApp({ config: { pollMs: 600_000 } });
});

afterAll(() => app.close());

beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
  crew = [];
});

afterEach(async () => {
  for (const member of crew) await member.hangUp();
});

async function hired(role: Role): Promise<Person> {
  const member = await staff(app, here.id, role);
  crew.push(member);
  return member;
}

async function boardOf(member: Person, after: number | null = null) {
  const board = member.live(KitchenTicketsDocument, { restaurantId: here.id, after });
  await board.at(0);
  return board;
}

type BoardOf = Awaited<ReturnType<typeof boardOf>>;

/** The ticket of an order as a screen was told it. */
async function ticketOn(board: BoardOf, id: string) {
  return (await board.find(({ kitchenTickets }) => kitchenTickets.ticket?.id === id)).kitchenTickets.ticket!;
}

/** The statements of placing an order and telling every screen. */
async function statementsOfAnOrder(boards: readonly BoardOf[]): Promise<number> {
  const cart = await filledCart(anna, here);
  const variables = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: crypto.randomUUID() };
  const { texts } = await app.statements.during(async () => {
    const { placeOrder } = await anna.ask(PlaceOrderDocument, variables);
    await Promise.all(boards.map((board) => ticketOn(board, placeOrder.order.id)));
  });
  return texts.length;
}

test('an event costs the same for one screen and for twenty-five of two roles', async () => {
  const boards = [await boardOf(await hired('KITCHEN'))];
  await placedOrder(anna, here);
  const one = await statementsOfAnOrder(boards);
  for (let more = 0; more < 19; more++) boards.push(await boardOf(await hired('KITCHEN')));
  expect(await statementsOfAnOrder(boards)).toBe(one);
  for (let more = 0; more < 5; more++) boards.push(await boardOf(await hired('FLOOR')));
  expect(await statementsOfAnOrder(boards)).toBe(one);
});

test('screens that began at different numbers are told together all the same', async () => {
  const first = await boardOf(await hired('KITCHEN'));
  await placedOrder(anna, here);
  const one = await statementsOfAnOrder([first]);
  const held = first.messages[0]!.kitchenTickets.number;
  const resumed = await boardOf(await hired('KITCHEN'), held);
  await resumed.at(2);
  expect(await statementsOfAnOrder([first, resumed])).toBe(one);
});

test('each role is told where it may move the order', async () => {
  const kitchen = await boardOf(await hired('KITCHEN'));
  const floor = await boardOf(await hired('FLOOR'));
  const { id } = await placedOrder(anna, here);
  expect((await ticketOn(kitchen, id)).allowedMoves).toEqual(['ACCEPTED', 'REJECTED']);
  expect((await ticketOn(floor, id)).allowedMoves).toEqual(['ACCEPTED', 'REJECTED', 'CANCELLED']);
});

test('a cook who becomes a manager is told as one, and takes no other cook along', async () => {
  const lee = await hired('KITCHEN');
  const first = await boardOf(lee);
  const second = await boardOf(await hired('KITCHEN'));
  await ticketOn(second, (await placedOrder(anna, here)).id);
  await transact({ em: app.database.em(), bell: memoryBell() }, here.id, async (tx) => {
    await rows(
      tx.em,
      sql`update staff set role = 'MANAGER' where restaurant_id = ${here.id} and person_id = ${lee.id}`,
    );
    await tx.tell([{ kind: 'staff.changed', subject: lee.id }]);
  });
  for (let round = 0; round < 2; round++) {
    const { id } = await placedOrder(anna, here);
    expect((await ticketOn(first, id)).allowedMoves).toContain('CANCELLED');
    expect((await ticketOn(second, id)).allowedMoves).not.toContain('CANCELLED');
  }
});

test('a dismissed cook hears nothing that follows, and the others go on', async () => {
  const lee = await hired('KITCHEN');
  const first = await boardOf(lee);
  const second = await boardOf(await hired('KITCHEN'));
  await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: lee.id });
  const { id } = await placedOrder(anna, here);
  await ticketOn(second, id);
  expect((await first.refused()).code).toBe('NOT_FOUND');
  expect(first.messages).toHaveLength(1);
});

test('a ticket is told as it is now, with its version, however late', async () => {
  const kim = await hired('KITCHEN');
  const { number } = (await boardOf(kim)).messages[0]!.kitchenTickets;
  const { id } = await placedOrder(anna, here);
  await kim.ask(MoveOrderDocument, { orderId: id, to: 'ACCEPTED', expectedVersion: 1 });
  await kim.ask(MoveOrderDocument, { orderId: id, to: 'PREPARING', expectedVersion: 2 });
  const late = await boardOf(kim, number);
  await late.at(3);
  expect(
    late.messages.slice(1).map(({ kitchenTickets: { ticket } }) => [ticket?.status, ticket?.version]),
  ).toEqual([1, 2, 3].map(() => ['PREPARING', 3]));
});
