import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { KitchenTicketsDocument, RestaurantDocument } from '../../schema/operations.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import { As } from '../support/as.ts';
import { guest, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { asked, type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

let behind: EmptyDatabase;
let database: EmptyDatabase;
let servers: Spawned[];

beforeAll(async () => {
  behind = await emptyDatabase();
  database = await emptyDatabase();
  const env = productionOn(database);
  await migrated(env);
  servers = [new Spawned('main.js', emptyFolder(), env), new Spawned('main.js', emptyFolder(), env)];
});

afterAll(async () => {
  for (const server of servers) await server.end();
  await behind.drop();
  await database.drop();
});

test('a start on a database that is behind says what to run, and changes nothing', async () => {
  const server = new Spawned('main.js', emptyFolder(), productionOn(behind));
  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^The database lacks 0001-spine.*: run `npm run migrate` first\.\n$/);
  expect(await asked(behind.url, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
});

test('a start without a database says so in one sentence', async () => {
  const nowhere = { name: 'nowhere', url: 'postgres://127.0.0.1:1/nowhere' };
  const server = new Spawned('main.js', emptyFolder(), productionOn(nowhere));
  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^PostgreSQL cannot be reached.*127\.0\.0\.1:1.*\n$/);
});

test('two processes are one server: an order placed on one reaches a screen on the other', async () => {
  const [here, there] = await Promise.all(servers.map((server) => server.url()));
  const app = await database.servedAt(here!);
  const trattoria = await place(app);
  const screen = new As(there!, trattoria.owner.credentials);
  const board = screen.live(KitchenTicketsDocument, { restaurantId: trattoria.id });
  expect((await board.at(0)).kitchenTickets.verdict).toBe('SNAPSHOT');
  const order = await placedOrder(await guest(app, trattoria), trattoria);
  expect((await board.at(1)).kitchenTickets.ticket).toMatchObject({ id: order.id, status: 'PLACED' });
  await screen.hangUp();
});

test('production is ready, has no demo and no explorer, and logs lines of JSON', async () => {
  const url = await servers[0]!.url();
  const ready = await fetch(`${url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', checks: { database: true, bell: true } },
  ]);
  expect((await fetch(`${url}/explorer/`)).status).toBe(404);
  const slug = 'trattoria-comanda';
  expect(await new As(url).codeOf(RestaurantDocument, { slug })).toBe('NOT_FOUND');
  for (const line of servers[0]!.output.trim().split('\n')) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  }
});
