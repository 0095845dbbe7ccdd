import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DocumentNode, print } from 'graphql';
import pg from 'pg';
import {
  AddToCartDocument,
  ClearCartDocument,
  OpenCartDocument,
  SetCartTipDocument,
} from '../../schema/operations.ts';
import { add } from '../carts/cart.ts';
import { cases } from '../contract/access-cases.ts';
import { rows } from '../contract/access-rows.ts';
import { buildWorld, type World } from '../contract/access-world.ts';
import { codeIn } from '../support/as.ts';
import { key, type Person, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { databaseUrl } from '../support/services.ts';

/** What owners may and outsiders may not: a change of a restaurant, or of what it has. */
const guarded = rows.filter(
  ({ operation, answers }) => operation === 'Mutation' && answers.includes('OK') && answers.at(-1) === 'NF',
);

let shared: TestDatabase;
let world: World;
let olga: Person;
let dismissing: pg.Client;
let looking: pg.Client;

beforeAll(async () => {
  shared = await makeDatabase();
  world = await buildWorld({ on: shared });
  olga = await staff(world.app, world.here.id, 'OWNER');
  [dismissing, looking] = [await connected(), await connected()];
});

afterAll(async () => {
  await Promise.all([dismissing.end(), looking.end()]);
  await world.close();
  await shared.drop();
});

describe('whoever is dismissed while they ask changes nothing more', () => {
  test.each(guarded.map(({ label }) => label))('%s', async (label) => {
    const { document, variables } = cases[label]!;
    const asked = await variables({ world, mine: olga });
    await refusedMeanwhile(document, asked);
  });

  test("a waiter's cart is filled, tipped and emptied by them no more", async () => {
    const { here } = world;
    const seat = { restaurantSlug: here.slug, tableId: here.tableId, asStaff: true };
    await ownsEverything();
    const { openCart } = await olga.ask(OpenCartDocument, seat);
    const cart = await add(olga, openCart, { itemId: here.coke.id, quantity: 1 });
    const seen = { cartId: cart.id, cartVersion: cart.version };
    const lines = [{ itemId: here.coke.id, quantity: 1 }];
    await refusedMeanwhile(AddToCartDocument, { input: { ...seen, lines }, idempotencyKey: key() });
    await refusedMeanwhile(SetCartTipDocument, { input: { ...seen, tip: { amount: 100 } } });
    await refusedMeanwhile(ClearCartDocument, { input: seen });
  });
});

async function refusedMeanwhile(document: DocumentNode, asked: object): Promise<void> {
  await ownsEverything();
  const before = await happened();

  await dismissing.query('begin');
  await dismissing.query('select 1 from restaurant for no key update');
  await dismissing.query('delete from staff where person_id = $1', [olga.id]);
  const answer = olga.raw(print(document), asked).then(codeIn);
  await Promise.race([answer, somebodyWaits()]);
  await dismissing.query('commit');
  // Else it has to go through changeRestaurant, or hold the role within its transaction by holdRole.
  expect(await answer).toBe('NOT_FOUND');
  expect(await happened()).toBe(before);
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl(shared.name));
  await client.connect();
  return client;
}

/** Olga is as much an owner as whoever made what she is about to change. */
async function ownsEverything(): Promise<void> {
  await looking.query(
    `insert into staff (id, restaurant_id, person_id, role, created_at)
     select gen_random_uuid(), r.id, $1, 'OWNER', now() from restaurant r
     where not exists (select 1 from staff s where s.restaurant_id = r.id and s.person_id = $1)`,
    [olga.id],
  );
}

async function somebodyWaits(): Promise<void> {
  const waiting = 'select 1 from pg_stat_activity where datname = $1 and wait_event_type = $2';
  while ((await looking.query(waiting, [shared.name, 'Lock'])).rows.length === 0);
}

async function happened(): Promise<number> {
  const { rows } = await looking.query<{ count: number }>('select count(*)::int as count from event');
  return rows[0]!.count;
}
