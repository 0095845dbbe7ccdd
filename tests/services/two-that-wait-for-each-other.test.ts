import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { RestaurantDetailsDocument, UpdateRestaurantDocument } from '../../schema/operations.ts';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type Place, place } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { databaseUrl } from '../support/services.ts';
import { asked } from './production.ts';

let database: TestDatabase;
let app: TestApp;
let holder: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  app = await startApp({ on: database });
  holder = new pg.Client(databaseUrl(database.name));
  await holder.connect();
});

afterAll(async () => {
  await holder.end();
  await app.close();
  await database.drop();
});

/** It holds the restaurant and waits for its counter, which another transaction holds that now wants the restaurant. */
async function entangled({ id }: Place, mutation: () => Promise<string>): Promise<string> {
  await holder.query('begin');
  await holder.query('update event_stream set last_number = last_number where id = $1', [id]);
  const outcome = mutation();
  const locks = `select 1 from pg_stat_activity where datname = '${database.name}' and wait_event_type = 'Lock'`;
  await askingUntil(async () => (await asked(databaseUrl(database.name), locks)).length > 0);
  await holder.query('update restaurant set locale = locale where id = $1', [id]);
  await holder.query('commit');
  return outcome;
}

test('a mutation that a deadlock ends is done once more, and nobody hears of it', async () => {
  const here = await place(app);
  const variables = { restaurantId: here.id, input: { title: 'Entangled' }, expectedVersion: 1 };
  const deadlocks = async () => {
    const counted = 'select deadlocks::int from pg_stat_database where datname = current_database()';
    return ((await asked(databaseUrl(database.name), counted)) as { deadlocks: number }[])[0]!.deadlocks;
  };
  const before = await deadlocks();
  expect(await entangled(here, () => here.owner.codeOf(UpdateRestaurantDocument, variables))).toBe('OK');
  await askingUntil(async () => (await deadlocks()) > before);
  const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  expect([restaurant.title, restaurant.version]).toEqual(['Entangled', 2]);
  expect(app.failures).toEqual([]);
});
