import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  KitchenTicketsDocument,
  MeDocument,
  RestaurantDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import { As } from '../support/as.ts';
import { guest, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { type FlakyLink, flakyLink } from './flaky-link.ts';
import { type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

let database: EmptyDatabase;
let link: FlakyLink;
let server: Spawned;
let url: string;

beforeAll(async () => {
  database = await emptyDatabase();
  await migrated(productionOn(database));
  link = await flakyLink(database.url);
  const env = productionOn({ name: database.name, url: link.url });
  server = new Spawned('main.js', emptyFolder(), { ...env, LIMIT_START_VISIT: '3' });
  url = await server.url();
});

afterAll(async () => {
  await server.end();
  await link.cut();
  await database.drop();
});

test('without PostgreSQL the server says so, lives on, and serves again when it is back', async () => {
  const app = await database.servedAt(url);
  const trattoria = await place(app);
  const { owner, slug } = trattoria;
  const anna = await guest(app, trattoria);
  const board = owner.live(KitchenTicketsDocument, { restaurantId: trattoria.id });
  await board.at(0);

  await link.cut();
  expect(await readiness(503)).toEqual({ status: 'not ready', checks: { database: false, bell: true } });
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(await owner.codeOf(MeDocument, {})).toBe('SERVICE_UNAVAILABLE');
  expect(await anna.codeOf(RestaurantDocument, { slug })).toBe('SERVICE_UNAVAILABLE');
  const dead = { slug, tableCode: 'dead' };
  for (let time = 0; time < 4; time++)
    expect(await new As(url).codeOf(StartVisitDocument, dead)).toBe('SERVICE_UNAVAILABLE');
  const late = owner.live(KitchenTicketsDocument, { restaurantId: trattoria.id });
  expect((await late.refused()).code).toBe('SERVICE_UNAVAILABLE');

  await link.mend();
  await readiness(200);
  expect(await new As(url).codeOf(StartVisitDocument, dead)).toBe('NOT_FOUND');
  const order = await placedOrder(anna, trattoria);
  expect((await board.at(1)).kitchenTickets.ticket!.id).toBe(order.id);
  await owner.hangUp();
});

/** What /ready says as soon as it answers with this status. */
async function readiness(status: number): Promise<unknown> {
  for (;;) {
    const response = await fetch(`${url}/ready`);
    const body = await response.json();
    if (response.status === status) return body;
  }
}
