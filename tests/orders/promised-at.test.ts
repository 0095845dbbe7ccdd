import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { promisedAt } from '../../src/orders/promised-at.ts';
import { promisesByQueue } from '../../src/orders/promises-by-queue.ts';
import type { Preparation } from '../../src/restaurants/preparation.ts';

const usual: Preparation = {
  orders: 100,
  p10: 300,
  median: 900,
  p90: 1_800,
  ahead: 4,
  each: 120,
  promises: 100,
  medianOff: 60,
  p90Off: 600,
  kept: 50,
};
const now = new Date('2030-05-01T12:00:00Z');
const at = (time: string) => new Date(`2030-05-01T${time}Z`);
const promise = (ahead: number, known: Partial<Preparation> = {}, wishedAt: Date | null = null) =>
  promisedAt({ ...usual, ...known }, { now, wishedAt, ahead });

describe('an order is promised for', () => {
  test.each([
    ['the median, with as many ahead as usual', promise(4), at('12:15:00')],
    ['more by what each adds that is ahead beyond', promise(10), at('12:27:00')],
    ['less with fewer', promise(1), at('12:09:00')],
    ['never less than the quickest took', promise(0, { p10: 600 }), at('12:10:00')],
    ['the full minute that follows', promise(4, { median: 901 }), at('12:16:00')],
    ['the median, where nobody can tell what each adds', promise(40, { each: null }), at('12:15:00')],
    ['the median, where more ahead was quicker', promise(40, { each: -30 }), at('12:15:00')],
    ['when it is wanted, if that is later', promise(4, {}, at('19:00:30')), at('19:00:30')],
    ['when it can be ready, if that is later', promise(4, {}, at('12:05:00')), at('12:15:00')],
    ['when it is wanted, if nothing is known', promise(4, { median: null }, at('19:00:00')), at('19:00:00')],
    ['nothing, if nothing is known', promise(4, { median: null }), null],
  ])('%s', (_, promised, wanted) => {
    expect(promised).toEqual(wanted);
  });

  test('nothing, before anything was counted', () => {
    expect(promisedAt(null, { now, wishedAt: null, ahead: 0 })).toBeNull();
    expect(promisedAt(null, { now, wishedAt: at('19:00:00'), ahead: 0 })).toEqual(at('19:00:00'));
  });
});

describe('whatever was learned', () => {
  const seconds = fc.integer({ min: 0, max: 100_000 });
  const known = fc.record({
    p10: seconds,
    median: seconds,
    ahead: fc.option(fc.double({ min: 0, max: 500, noNaN: true })),
    each: fc.option(fc.double({ min: -10_000, max: 10_000, noNaN: true })),
  });
  const moment = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  const queue = fc.integer({ min: 0, max: 5_000 });
  const promising = fc.record({ now: moment, wishedAt: fc.option(moment), ahead: queue });

  test('a promise is neither past nor before it is wanted, and a full minute unless it is the wish', () => {
    fc.assert(
      fc.property(known, promising, (learned, placing) => {
        const promised = promisedAt({ ...usual, ...learned }, placing)!.getTime();
        expect(promised).toBeGreaterThanOrEqual(placing.now.getTime());
        expect(promised).toBeGreaterThanOrEqual(placing.wishedAt?.getTime() ?? 0);
        if (promised !== placing.wishedAt?.getTime()) expect(promised % 60_000).toBe(0);
      }),
    );
  });

  test('more orders ahead never make it sooner', () => {
    fc.assert(
      fc.property(known, promising, queue, (learned, placing, more) => {
        const all = { ...usual, ...learned };
        const longer = promisedAt(all, { ...placing, ahead: placing.ahead + more })!;
        expect(longer.getTime()).toBeGreaterThanOrEqual(promisedAt(all, placing)!.getTime());
      }),
    );
  });

  test('the same promises the same', () => {
    fc.assert(
      fc.property(known, promising, (learned, placing) => {
        const all = { ...usual, ...learned };
        expect(promisedAt(all, placing)).toEqual(promisedAt(all, placing));
      }),
    );
  });
});

test('with every number ahead there is a promise, the last for more than that', () => {
  const promises = promisesByQueue(usual, { now, wishedAt: null });
  expect(promises).toHaveLength(101);
  expect(promises).toEqual(promises.map((_, ahead) => promise(ahead)));
});
