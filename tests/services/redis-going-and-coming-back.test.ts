import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Bell } from '../../src/events/bell.ts';
import { redisBell } from '../../src/events/redis-bell.ts';
import { askingUntil } from '../events/asking-until.ts';
import { Ears } from '../events/ears.ts';
import { RedisServer } from '../events/redis-server.ts';

let server: RedisServer;
let here: Bell;
let there: Bell;
let stream: string;
let warnings: string[];

beforeAll(async () => {
  server = await RedisServer.start();
});

afterAll(() => server.close());

beforeEach(async () => {
  warnings = [];
  here = bell();
  there = bell();
  stream = randomUUID();
  await healthy();
});

afterEach(async () => {
  await here.close();
  await there.close();
  await server.kill();
  await server.start();
});

function bell(): Bell {
  return redisBell({ url: server.url, prefix: 'outage:', warn: (message) => warnings.push(message) });
}

async function healthy(): Promise<void> {
  await askingUntil(async () => (await here.healthy()) && (await there.healthy()));
}

async function outOfReach(): Promise<void> {
  await server.kill();
  await askingUntil(async () => !(await here.healthy()) && !(await there.healthy()));
}

test('while Redis is gone ringing never throws, the own process hears, and each bell says so once', async () => {
  const ears = new Ears();
  await here.listen(stream, ears.hear);
  await outOfReach();
  warnings = [];
  for (let rung = 0; rung < 50; rung++) here.ring(stream);
  await ears.heard(50);
  await askingUntil(() => warnings.length >= 4);
  expect(new Set(warnings).size).toBeLessThanOrEqual(2);
  expect(ears.count).toBe(50);
});

test('after a reconnect everybody hears once, and rings get through again', async () => {
  const streams = [stream, randomUUID(), randomUUID()];
  const all = streams.map((_, index) => ({ ears: new Ears(), on: index % 2 ? there : here }));
  for (const [index, { ears, on }] of all.entries()) await on.listen(streams[index]!, ears.hear);
  await outOfReach();
  await server.start();
  await Promise.all(all.map(({ ears }) => ears.heard()));
  await healthy();
  for (const [index, { on }] of all.entries()) (on === here ? there : here).ring(streams[index]!);
  await Promise.all(all.map(({ ears }) => ears.heard(2)));
  expect(all.map(({ ears }) => ears.count)).toEqual([2, 2, 2]);
});

test('what is rung the moment a listener is told of the reconnect is heard', async () => {
  const ears = new Ears();
  await here.listen(stream, ears.hear);
  for (let round = 0; round < 5; round++) {
    await outOfReach();
    const before = ears.count;
    await server.start();
    const client = new Redis(server.url);
    try {
      await ears.heard(before + 1);
      expect(await client.publish(`outage:bell:${stream}`, '"somebody"')).toBe(1);
      await ears.heard(before + 2);
    } finally {
      client.disconnect();
    }
  }
});

test('listening while Redis is gone begins at once, and hears as soon as it is back', async () => {
  await outOfReach();
  const ears = new Ears();
  await here.listen(stream, ears.hear);
  await server.start();
  await ears.heard();
  await healthy();
  there.ring(stream);
  await ears.heard(2);
});

test('a Redis that is there but says nothing keeps nobody waiting', async () => {
  server.freeze();
  const ears = new Ears();
  await here.listen(stream, ears.hear);
  await here.listen(stream, () => {});
  server.thaw();
  await ears.heard();
  await healthy();
  there.ring(stream);
  await ears.heard(2);
});

test('whoever came and went while Redis was gone is not asked for afterwards', async () => {
  await outOfReach();
  for (let round = 0; round < 200; round++) (await here.listen(stream, () => {}))();
  await server.start();
  await healthy();
  const ears = new Ears();
  await here.listen(randomUUID(), ears.hear);
  const client = new Redis(server.url);
  try {
    await askingUntil(async () => (await client.pubsub('CHANNELS', 'outage:*')).length === 1);
  } finally {
    client.disconnect();
  }
});

test('closing in the middle of everything leaves no rejection behind', async () => {
  const stop = await here.listen(stream, () => {});
  stop();
  const pending = here.listen(randomUUID(), () => {});
  here.ring(stream);
  await here.close();
  await pending;
  await outOfReach();
  const late = there.listen(stream, () => {});
  there.ring(stream);
  await there.close();
  (await late)();
  expect(await there.healthy()).toBe(false);
});
