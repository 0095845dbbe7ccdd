import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  AddToCartDocument,
  MoveLinesDocument,
  MoveOrderDocument,
  OrderDocument,
  type OrderQuery,
  PlaceOrderDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, Refused } from '../support/as.ts';
import { cartOf, guest, key, type Place, place, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { databaseUrl } from '../support/services.ts';

const times = 20;

let database: TestDatabase;
/** Two processes, each with a cook's device. */
let apps: TestApp[];
let here: Place;
let cooks: [As, As];
/** Keeps both waiting at the order until both have seen it. */
let holding: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  apps = [await startApp({ on: database }), await startApp({ on: database })];
  here = await place(apps[0]!);
  const [kim, lee] = [await staff(apps[0]!, here.id, 'KITCHEN'), await staff(apps[0]!, here.id, 'KITCHEN')];
  cooks = [kim, new As(apps[1]!.url, lee.credentials)];
  holding = new pg.Client(databaseUrl(database.name));
  await holding.connect();
});

afterAll(async () => {
  await holding.end();
  for (const app of apps) await app.close();
  await database.drop();
});

const look = async (id: string): Promise<OrderQuery['order']> =>
  (await cooks[0].ask(OrderDocument, { id })).order;

/** Two cokes, each a line, in the kitchen. */
async function acceptedOrder(): Promise<OrderQuery['order']> {
  const anna = await guest(apps[0]!, here);
  const { id: cartId, version } = await cartOf(anna, here);
  const lines = ['cold', 'warm'].map((note) => ({ itemId: here.coke.id, note }));
  const input = { cartId, cartVersion: version, lines };
  const { addToCart } = await anna.ask(AddToCartDocument, { input, idempotencyKey: key() });
  const placing = { cartId, cartVersion: addToCart.cart.version, idempotencyKey: key() };
  const { id } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order;
  await here.owner.ask(MoveOrderDocument, { orderId: id, to: 'ACCEPTED', expectedVersion: 1 });
  return look(id);
}

async function bothWait(): Promise<void> {
  const waiting = 'select 1 from pg_stat_activity where datname = $1 and wait_event_type = $2';
  while ((await holding.query(waiting, [database.name, 'Lock'])).rows.length < 2);
}

test('two cooks bump lines of one order at once: one has seen it, the other hears CONFLICT and how it is now', async () => {
  for (let time = 0; time < times; time += 1) {
    const order = await acceptedOrder();
    const bump = (cook: number, expectedVersion: number) =>
      cooks[cook]!.ask(MoveLinesDocument, {
        orderId: order.id,
        expectedVersion,
        to: 'READY',
        lineIds: [order.lines[cook]!.id],
      });
    await holding.query('begin');
    await holding.query('select 1 from orders where id = $1 for update', [order.id]);
    const bumping = Promise.allSettled([bump(0, order.version), bump(1, order.version)]);
    await bothWait();
    await holding.query('commit');
    const ends = await bumping;
    const loser = ends.findIndex(({ status }) => status === 'rejected');
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { code, extensions } = (ends[loser] as PromiseRejectedResult).reason as Refused;
    const currentVersion = order.version + 1;
    expect([code, extensions]).toMatchObject(['CONFLICT', { problem: { currentVersion } }]);
    const seen = await look(order.id);
    expect([seen.version, seen.status]).toEqual([currentVersion, 'PREPARING']);
    expect(seen.lines.map(({ status }) => status)).toEqual(
      loser === 0 ? ['FIRED', 'READY'] : ['READY', 'FIRED'],
    );
    await bump(loser, currentVersion);
    expect(await look(order.id)).toMatchObject({ status: 'READY', version: currentVersion + 1 });
  }
});
