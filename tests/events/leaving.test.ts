import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { KitchenTicketsDocument, MoveOrderDocument, OrderUpdatesDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { type PlacedOrder, placedOrder } from '../support/order.ts';
import { askingUntil } from './asking-until.ts';
import { codesOf, Wire } from './wire.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp({ config: { pollMs: 50 } });
  here = await place(app);
});

afterAll(() => app.close());

const tickets = () => ({ query: print(KitchenTicketsDocument), variables: { restaurantId: here.id } });

/** Guests watch where a socket stays: a person's own stream is followed for as long as the socket is there. */
const updates = ({ id }: PlacedOrder) => ({
  query: print(OrderUpdatesDocument),
  variables: { orderId: id },
});

const asksForNews = (text: string) => text.includes('from event_stream where id = any');

/** Nothing is followed any more: many rounds of the timer ask the database nothing. */
async function nothingIsFollowed(): Promise<void> {
  await askingUntil(async () => {
    const { texts } = await app.statements.during(() => fewRounds());
    return !texts.some(asksForNews);
  });
}

/** As long as another app's timer takes for five rounds. */
async function fewRounds(): Promise<void> {
  const { texts } = clock.statements;
  const before = texts.filter(asksForNews).length;
  await askingUntil(() => texts.filter(asksForNews).length >= before + 5);
}

let clock: TestApp;

beforeAll(async () => {
  clock = await startApp({ config: { pollMs: 50 } });
  const there = await place(clock);
  const lee = await staff(clock, there.id, 'KITCHEN');
  await lee.live(KitchenTicketsDocument, { restaurantId: there.id }).at(0);
});

afterAll(() => clock.close());

test('when the last screen has left, by whatever door, its restaurant is no longer followed', async () => {
  const kim = await staff(app, here.id, 'KITCHEN');
  const wires = [];
  for (let screens = 0; screens < 6; screens++) {
    const wire = await Wire.open(kim);
    wire.subscribe('one', tickets());
    wire.subscribe('two', tickets());
    await wire.at('one', 0);
    await wire.at('two', 0);
    wires.push(wire);
  }
  const anna = await guest(app, here);
  const order = await placedOrder(anna, here);
  for (const wire of wires) await wire.at('two', 1);
  const completed = await Wire.open(anna);
  completed.subscribe('order', updates(order));
  await completed.at('order', 0);
  await askingUntil(() => app.statements.texts.some(asksForNews));
  const [destroyed, hungUp, ...others] = wires as [Wire, Wire, ...Wire[]];
  destroyed.destroy();
  await hungUp.hangUp();
  completed.complete('order');
  for (const wire of others) {
    wire.subscribe('three', tickets());
    wire.destroy();
  }
  await nothingIsFollowed();
  await completed.hangUp();
});

test('a screen that could not be served leaves nothing behind, and can be served later', async () => {
  const anna = await guest(app, here);
  const order = await placedOrder(anna, here);
  const wire = await Wire.open(anna);
  await rows(app.database.em(), sql`alter table event_stream rename to gone`);
  for (const id of ['one', 'two', 'three']) wire.subscribe(id, updates(order));
  for (const id of ['one', 'two', 'three']) {
    expect(codesOf(await wire.at(id, 0))).toEqual(['INTERNAL_SERVER_ERROR']);
  }
  await nothingIsFollowed();
  await rows(app.database.em(), sql`alter table gone rename to event_stream`);
  wire.subscribe('four', updates(order));
  await wire.at('four', 0);
  const kim = await staff(app, here.id, 'KITCHEN');
  await kim.ask(MoveOrderDocument, { orderId: order.id, to: 'ACCEPTED', expectedVersion: order.version });
  expect((await wire.at('four', 1)).type).toBe('next');
  await wire.hangUp();
  await nothingIsFollowed();
});
