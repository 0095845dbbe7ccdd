import { expect, test } from '@jest/globals';
import { Refusal } from '../src/errors.ts';
import { memoryCounters } from '../src/throttle/memory-counters.ts';
import { networkOf } from '../src/throttle/network-of.ts';
import { type Limited, openThrottle, type Throttle } from '../src/throttle/throttle.ts';
import { askingUntil } from './events/asking-until.ts';

const two = new Proxy({}, { get: () => 2 }) as Record<Limited, number>;

/** 0: it may; else how many seconds it has to wait. */
async function wait(throttle: Throttle): Promise<number> {
  try {
    await throttle.pass(['register', 'ann']);
    return 0;
  } catch (refused) {
    return (refused as Refusal).facts.retryAfter!;
  }
}

test('each wait is twice as long as the one before, and insisting makes none longer', async () => {
  const throttle = openThrottle(two, memoryCounters());
  expect([await wait(throttle), await wait(throttle)]).toEqual([0, 0]);
  expect([await wait(throttle), await wait(throttle), await wait(throttle)]).toEqual([1, 1, 1]);
  await askingUntil(async () => (await wait(throttle)) === 0);
  expect(await wait(throttle)).toBe(2);
});

test('of many guesses at once no more are made than one after the other', async () => {
  const throttle = openThrottle(two, memoryCounters());
  let made = 0;
  const guess = () =>
    throttle.guess([['signIn', 'ann']], async () => {
      made += 1;
      return false;
    });
  await Promise.allSettled(Array.from({ length: 20 }, guess));
  expect(made).toBe(2);
});

test('a guess that could not be made, and one refused by another count, count for nothing', async () => {
  const throttle = openThrottle(two, memoryCounters());
  const broken = () => throttle.guess([['signIn', 'ann']], () => Promise.reject(new Error('No database.')));
  for (let time = 0; time < 5; time++) await expect(broken()).rejects.toThrow('No database.');
  for (let time = 0; time < 2; time++) await throttle.pass(['letter', 'ann']);
  for (let time = 0; time < 5; time++) {
    await expect(throttle.pass(['register', 'ann'], ['letter', 'ann'])).rejects.toThrow(Refusal);
  }
  expect(await wait(throttle)).toBe(0);
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [null, 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
