import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RedisServer } from '../events/redis-server.ts';
import { Screen } from '../events/screen.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { placedOrder } from '../support/order.ts';

const orders = 120;
const clients = 4;

let redis: RedisServer;
let shared: TestDatabase;
let one: TestApp;
let other: TestApp;
let here: Place;

beforeAll(async () => {
  redis = await RedisServer.start();
  shared = await makeDatabase();
  const config = { redisUrl: redis.url, pollMs: 300 };
  one = await startApp({ on: shared, config });
  other = await startApp({ on: shared, config });
  here = await place(one);
});

afterAll(async () => {
  await one.close();
  await other.close();
  await shared.drop();
  await redis.close();
});

test('Redis dies while orders come in and stays away: no order fails, and every kitchen hears of all', async () => {
  const kim = await staff(one, here.id, 'KITCHEN');
  const elsewhere = new As(other.url, kim.credentials);
  const screen = new Screen(elsewhere, here.id);
  await screen.switchOn();
  await screen.until(() => screen.board.number !== null);
  let left = orders;
  const order = async (): Promise<void> => {
    const anna = await guest(one, here);
    while (left-- > 0) await placedOrder(anna, here);
  };
  const placing = Promise.all(Array.from({ length: clients }, order));
  await screen.until(() => screen.told.length >= 20);
  await redis.kill();
  const late = new Screen(elsewhere, here.id);
  await late.switchOn();
  await late.until(() => late.board.number !== null);
  await placing;
  const all = Array.from({ length: orders }, (_, index) => index + 1);
  for (const each of [screen, late]) {
    await each.until(() => each.board.tickets.size >= orders);
    expect(each.wrong).toEqual([]);
    expect(each.board.tickets.size).toBe(orders);
  }
  expect(screen.told).toEqual(all);
  expect(screen.verdicts).toEqual(['SNAPSHOT']);
  const there = await place(one);
  const first = new Screen(new As(other.url, there.owner.credentials), there.id);
  await first.switchOn();
  await first.until(() => first.board.number !== null);
  await placedOrder(await guest(one, there), there);
  await first.until(() => first.told.length === 1);
  expect(first.wrong).toEqual([]);
  expect([...one.failures, ...other.failures]).toEqual([]);
  for (const each of [screen, late, first]) await each.switchOff();
});
