import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  PlaceOrderDocument,
  RestaurantDetailsDocument,
  SetItemStockDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { add } from '../carts/cart.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import type { TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place } from '../support/build.ts';
import { asked, type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

let database: EmptyDatabase;
let servers: Spawned[];
let urls: string[];
let app: TestApp;

beforeAll(async () => {
  database = await emptyDatabase();
  const env = { ...productionOn(database), DATABASE_POOL: '5' };
  await migrated(env);
  servers = Array.from({ length: 4 }, () => new Spawned('main.js', emptyFolder(), env));
  urls = await Promise.all(servers.map((server) => server.url()));
  app = await database.servedAt(urls[0]!);
});

afterAll(async () => {
  for (const server of servers) await server.end();
  await database.drop();
});

/** Somebody at the table with a cart of these, who orders through one of the processes. */
async function buyer(here: Place, index: number, itemIds: readonly string[]) {
  const { credentials } = await guest(app, here);
  const viewer = new As(urls[index % urls.length]!, credentials);
  const { id, version } = await add(
    viewer,
    await cartOf(viewer, here),
    ...itemIds.map((itemId) => ({ itemId })),
  );
  return () => viewer.codeOf(PlaceOrderDocument, { cartId: id, cartVersion: version, idempotencyKey: key() });
}

function counted(codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(codes, (code) => code)].map(([code, same]) => [code, same.length]),
  );
}

const numbersOf = async ({ id }: Place): Promise<unknown[]> =>
  (await asked(database.url, `select number from orders where restaurant_id = '${id}' order by number`)).map(
    ({ number }) => number,
  );

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

test('of 100 who order the last 10 at once, through 4 processes, 10 have one and 90 hear that it has run out', async () => {
  const here = await place(app);
  await here.owner.ask(SetItemStockDocument, { input: { itemId: here.coke.id, remaining: 10 } });
  const orders = await Promise.all(
    Array.from({ length: 100 }, (_, index) => buyer(here, index, [here.coke.id])),
  );
  const codes = await Promise.all(orders.map((order) => order()));
  expect(counted(codes)).toEqual({ OK: 10, ITEM_UNAVAILABLE: 90 });
  expect(await numbersOf(here)).toEqual(upTo(10));
  const stock = await asked(
    database.url,
    `select remaining from item_stock where item_id = '${here.coke.id}'`,
  );
  expect(stock).toEqual([{ remaining: 0 }]);
});

test('of 40 who order within one quarter of an hour that takes 7, through 4 processes, 7 are let in', async () => {
  const here = await place(app);
  const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  await here.owner.ask(UpdateRestaurantDocument, {
    restaurantId: here.id,
    input: { ordersPerQuarterHour: 7 },
    expectedVersion: restaurant.version,
  });
  const orders = await Promise.all(
    Array.from({ length: 40 }, (_, index) => buyer(here, index, [here.coke.id])),
  );
  // Not across the end of a quarter, in which there is room again.
  while (Date.now() % 900_000 > 895_000) await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  const codes = await Promise.all(orders.map((order) => order()));
  expect(counted(codes)).toEqual({ OK: 7, TOO_BUSY: 33 });
  expect(await numbersOf(here)).toEqual(upTo(7));
});

test('8 who order the same counted items in opposite orders for 10 seconds hear of no error', async () => {
  const here = await place(app);
  const itemIds: string[] = [];
  for (const title of ['Soup', 'Bread', 'Wine', 'Cake', 'Water', 'Cheese']) {
    const { id } = await itemOf(here.owner, here.categoryId, title, 300);
    await here.owner.ask(SetItemStockDocument, { input: { itemId: id, remaining: 100_000 } });
    itemIds.push(id);
  }
  const until = Date.now() + 10_000;
  const codes: string[] = [];
  const client = async (index: number): Promise<void> => {
    const { credentials } = await guest(app, here);
    const viewer = new As(urls[index % urls.length]!, credentials);
    for (let turn = 0; Date.now() < until; turn += 1) {
      // Five of the six, beginning elsewhere each time.
      const some = [...itemIds.slice(turn % 6), ...itemIds.slice(0, turn % 6)].slice(0, 5);
      const ordered = index % 2 ? some : some.toReversed();
      const { id, version } = await add(
        viewer,
        await cartOf(viewer, here),
        ...ordered.map((itemId) => ({ itemId })),
      );
      const placing = { cartId: id, cartVersion: version, idempotencyKey: key() };
      codes.push(await viewer.codeOf(PlaceOrderDocument, placing));
    }
  };
  await Promise.all(upTo(8).map(client));
  expect(Object.keys(counted(codes))).toEqual(['OK']);
  expect(codes.length).toBeGreaterThan(40);
  expect(await numbersOf(here)).toEqual(upTo(codes.length));
  const sold = await asked(
    database.url,
    `select sum(100000 - remaining)::int as sold from item_stock where item_id in ('${itemIds.join("', '")}')`,
  );
  expect(sold).toEqual([{ sold: 5 * codes.length }]);
  const deadlocks = await asked(
    database.url,
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(deadlocks).toEqual([{ deadlocks: 0 }]);
});
