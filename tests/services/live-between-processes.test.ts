import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Screen } from '../events/screen.ts';
import type { TestApp } from '../support/app.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { type TwoProcesses, twoProcesses, ways } from './two-processes.ts';

describe.each(ways)('an order placed on one process reaches a kitchen on another %s', (_, way) => {
  let both: TwoProcesses;
  let one: TestApp;
  let here: Place;

  beforeAll(async () => {
    both = await twoProcesses(way);
    ({ one } = both);
    here = await place(one);
  });

  afterAll(() => both.close());

  test('each once and in order, for a screen on either', async () => {
    const kim = await staff(one, here.id, 'KITCHEN');
    const screens = [new Screen(kim, here.id), new Screen(both.there(kim), here.id)];
    for (const screen of screens) {
      await screen.switchOn();
      await screen.until(() => screen.board.number !== null);
    }
    const anna = await guest(one, here);
    const bob = both.there(await guest(one, here));
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
