import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FormattedExecutionResult, print } from 'graphql';
import pg from 'pg';
import {
  KitchenTicketsDocument,
  PlaceOrderDocument,
  type PlaceOrderMutation,
} from '../../schema/operations.ts';
import { Wire } from '../events/wire.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import type { As } from '../support/as.ts';
import { guest, key, type Place, place } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';
import { asked, type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

let database: EmptyDatabase;
let holder: pg.Client;
let server: Spawned;
let url: string;
let trattoria: Place;
let anna: As;

beforeAll(async () => {
  database = await emptyDatabase();
  await migrated(productionOn(database));
  holder = new pg.Client(database.url);
  await holder.connect();
});

afterAll(async () => {
  await holder.end();
  await database.drop();
});

beforeEach(async () => {
  server = new Spawned('main.js', emptyFolder(), productionOn(database));
  url = await server.url();
  const app = await database.servedAt(url);
  trattoria = await place(app);
  anna = await guest(app, trattoria);
});

afterEach(() => server.end());

/** SIGTERM comes while this waits for the restaurant's counter, which it gets when nobody is let in any more. */
async function stopDuring<T>(placing: () => Promise<T>): Promise<T> {
  await holder.query('begin');
  await holder.query('update event_stream set last_number = last_number');
  const placed = placing();
  await someoneWaits();
  server.kill('SIGTERM');
  await nobodyGetsIn();
  const since = performance.now();
  await holder.query('commit');
  const answer = await placed;
  expect(await server.ended).toBe(0);
  // It leaves when the last answer is out, not when its patience with clients ends.
  expect(performance.now() - since).toBeLessThan(4_000);
  return answer;
}

test('an order that is being placed at SIGTERM is placed and answered, while nobody new is let in', async () => {
  expect(await stopDuring(() => placedOrder(anna, trattoria))).toMatchObject({ number: 1, status: 'PLACED' });
});

test('so is one that came over a socket, which then is told to come back', async () => {
  const cart = await filledCart(anna, trattoria);
  const screen = await Wire.open(trattoria.owner);
  const tickets = { query: print(KitchenTicketsDocument), variables: { restaurantId: trattoria.id } };
  screen.subscribe('board', tickets);
  await screen.at('board', 0);
  const wire = await Wire.open(anna);
  await stopDuring(async () => {
    const variables = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
    wire.subscribe('order', { query: print(PlaceOrderDocument), variables });
    expect((await screen.closed).code).toBe(1012);
    expect((await wire.closed).code).toBe(1012);
  });
  const [answer, end, ...more] = wire.of('order');
  const { data } = answer!.payload as FormattedExecutionResult<PlaceOrderMutation>;
  expect(data!.placeOrder.order).toMatchObject({ number: 1, status: 'PLACED' });
  expect([end!.type, more]).toEqual(['complete', []]);
});

/** The order has come to the restaurant's counter, which is held. */
async function someoneWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = '${database.name}' and wait_event_type = 'Lock'`;
  while ((await asked(database.url, waiting)).length === 0);
}

async function nobodyGetsIn(): Promise<void> {
  const getsIn = (): Promise<boolean> =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (await getsIn());
}
