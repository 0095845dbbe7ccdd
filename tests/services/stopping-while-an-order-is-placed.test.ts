import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import type { TestApp } from '../support/app.ts';
import { guest, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { asked, type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

let database: EmptyDatabase;
let server: Spawned;
let holder: pg.Client;

beforeAll(async () => {
  database = await emptyDatabase();
  await migrated(productionOn(database));
  server = new Spawned('main.js', emptyFolder(), productionOn(database));
  holder = new pg.Client(database.url);
  await holder.connect();
});

afterAll(async () => {
  await server.end();
  await holder.end();
  await database.drop();
});

test('an order that is being placed at SIGTERM is placed and answered, while nobody new is let in', async () => {
  const url = await server.url();
  const app = { url } as TestApp;
  const trattoria = await place(app);
  const anna = await guest(app, trattoria);
  await holder.query('begin');
  await holder.query('update event_stream set last_number = last_number');
  const placing = placedOrder(anna, trattoria);
  await someoneWaits();

  server.kill('SIGTERM');
  await nobodyGetsIn(url);
  const since = performance.now();
  await holder.query('commit');
  expect(await placing).toMatchObject({ number: 1, status: 'PLACED' });
  expect(await server.ended).toBe(0);
  // It leaves when the last answer is out, not when its patience with clients ends.
  expect(performance.now() - since).toBeLessThan(4_000);
});

/** The order has come to the restaurant's counter, which is held. */
async function someoneWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = '${database.name}' and wait_event_type = 'Lock'`;
  while ((await asked(database.url, waiting)).length === 0);
}

async function nobodyGetsIn(url: string): Promise<void> {
  const getsIn = (): Promise<boolean> =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (await getsIn());
}
