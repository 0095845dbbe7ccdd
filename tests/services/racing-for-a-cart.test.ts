import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PlaceOrderDocument } from '../../schema/operations.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import type { TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, place } from '../support/build.ts';
import { filledCart } from '../support/order.ts';
import { asked, type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

const carts = 300;
const callsPerCart = 8;
/** So many carts are raced for at once: 240 calls in flight. */
const cartsAtOnce = 30;

let database: EmptyDatabase;
let servers: Spawned[];
let urls: string[];
let app: TestApp;
let here: Place;

beforeAll(async () => {
  database = await emptyDatabase();
  await migrated(productionOn(database));
  servers = [1, 2].map(() => new Spawned('main.js', emptyFolder(), productionOn(database)));
  urls = await Promise.all(servers.map((server) => server.url()));
  for (const url of urls) expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
  app = await database.servedAt(urls[0]!);
  here = await place(app);
});

afterAll(async () => {
  for (const server of servers) await server.end();
  await database.drop();
});

/** A guest's full cart, and what comes of calls that order it by both processes at once. */
async function race(): Promise<string[]> {
  const anna = await guest(app, here);
  const cart = await filledCart(anna, here);
  const calls = Array.from({ length: callsPerCart }, (_, index) => {
    const caller = new As(urls[index % urls.length]!, anna.credentials);
    const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
    return caller.codeOf(PlaceOrderDocument, placing);
  });
  return Promise.all(calls);
}

test('of 8 calls for each of 300 carts, through 2 processes, one makes an order and 7 get CONFLICT', async () => {
  const codes: string[] = [];
  for (let raced = 0; raced < carts; raced += cartsAtOnce)
    codes.push(...(await Promise.all(Array.from({ length: cartsAtOnce }, race))).flat());
  const counted = Object.fromEntries(
    [...Map.groupBy(codes, (code) => code)].map(([code, same]) => [code, same.length]),
  );
  expect(counted).toEqual({ OK: carts, CONFLICT: carts * (callsPerCart - 1) });

  const orders = await asked(database.url, 'select number from orders order by number');
  expect(orders.map(({ number }) => number)).toEqual(Array.from({ length: carts }, (_, index) => index + 1));
  expect(await asked(database.url, 'select 1 from order_line')).toHaveLength(carts);
  expect(await asked(database.url, 'select 1 from cart_line')).toHaveLength(0);

  for (const server of servers) server.kill('SIGTERM');
  expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0]);
});
