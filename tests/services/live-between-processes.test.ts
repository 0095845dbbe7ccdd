import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Config } from '../../src/config.ts';
import { Screen } from '../events/screen.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { placedOrder } from '../support/order.ts';

const ways: [string, Partial<Config>][] = [
  ['by the ring alone, with the timer at minutes', { pollMs: 600_000 }],
  ['by the timer alone, with bells that do not reach each other', { pollMs: 200, redisUrl: null }],
];

describe.each(ways)('an order placed on one process reaches a kitchen on another %s', (_, config) => {
  let shared: TestDatabase;
  let one: TestApp;
  let other: TestApp;
  let here: Place;

  beforeAll(async () => {
    shared = await makeDatabase();
    one = await startApp({ on: shared, config });
    other = await startApp({ on: shared, config });
    here = await place(one);
  });

  afterAll(async () => {
    await one.close();
    await other.close();
    await shared.drop();
  });

  test('each once and in order, for a screen on either', async () => {
    const kim = await staff(one, here.id, 'KITCHEN');
    const screens = [new Screen(kim, here.id), new Screen(new As(other.url, kim.credentials), here.id)];
    for (const screen of screens) {
      await screen.switchOn();
      await screen.until(() => screen.board.number !== null);
    }
    const anna = await guest(one, here);
    const bob = new As(other.url, (await guest(one, here)).credentials);
    for (let round = 1; round <= 10; round++) {
      await Promise.all([placedOrder(anna, here), placedOrder(bob, here)]);
      for (const screen of screens) await screen.until(() => screen.told.length === 2 * round);
    }
    for (const screen of screens) {
      expect(screen.wrong).toEqual([]);
      expect(screen.told).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(screen.verdicts).toEqual(['SNAPSHOT']);
      await screen.switchOff();
    }
  });
});
