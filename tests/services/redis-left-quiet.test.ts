import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { jobsStream } from '../../src/jobs/jobs-stream.ts';
import { askingUntil } from '../events/asking-until.ts';
import { Screen } from '../events/screen.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type Place, place, staff } from '../support/build.ts';
import { redisUrl } from '../support/services.ts';

const redisPrefix = `left-quiet-${randomUUID()}:`;

let app: TestApp;
let here: Place;
let redis: Redis;

beforeAll(async () => {
  redis = new Redis(redisUrl);
  app = await startApp({ config: { redisPrefix } });
  here = await place(app);
});

afterAll(async () => {
  await app.close();
  redis.disconnect();
});

function subscribers(): Promise<unknown[]> {
  return redis.pubsub('NUMSUB', `${redisPrefix}bell:${here.id}`);
}

/** What is listened to, but for the jobs, which every process hears of for as long as it lives. */
async function channels(): Promise<string[]> {
  const all = (await redis.pubsub('CHANNELS', `${redisPrefix}*`)) as string[];
  const streams = all.map((name) => name.split('bell:')[1]!);
  return streams.filter((name) => name !== jobsStream).sort();
}

test('a process listens once however many screens watch, and not at all when the last has left', async () => {
  const kim = await staff(app, here.id, 'KITCHEN');
  for (let round = 0; round < 3; round++) {
    const screens = Array.from({ length: 12 }, () => new Screen(kim, here.id));
    await Promise.all(screens.map((screen) => screen.switchOn()));
    await Promise.all(screens.map((screen) => screen.until(() => screen.board.number !== null)));
    expect(await subscribers()).toEqual([`${redisPrefix}bell:${here.id}`, 1]);
    // A person's own stream says when a socket of theirs has to go.
    expect(await channels()).toEqual([here.id, kim.id].sort());
    await Promise.all(screens.map((screen, index) => (index % 2 ? screen.switchOff() : screen.cutAfter(1))));
    await askingUntil(async () => (await channels()).length === 0);
  }
});
