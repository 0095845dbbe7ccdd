import { expect } from '@jest/globals';
import type { Config } from '../../src/config.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { makeDatabase } from '../support/database.ts';

/** How one process hears of what another has done, and how soon at the latest. */
export interface Way {
  readonly config: Partial<Config>;
  readonly mostMs: number;
}

export const ways: [string, Way][] = [
  ['by the ring alone, with the timer at minutes', { config: { pollMs: 600_000 }, mostMs: 1_000 }],
  [
    'by the timer alone, with bells that do not reach each other',
    { config: { pollMs: 200, redisUrl: null }, mostMs: 2_000 },
  ],
];

/** Two of the app on one database. */
export interface TwoProcesses {
  readonly one: TestApp;
  readonly other: TestApp;
  /** Somebody who has come in at the one, at the other. */
  there(who: As): As;
  /** What has been done is felt as soon as it has to be. */
  inTime<T>(happened: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function twoProcesses({ config, mostMs }: Way): Promise<TwoProcesses> {
  const shared = await makeDatabase();
  const one = await startApp({ on: shared, config });
  const other = await startApp({ on: shared, config });
  return {
    one,
    other,
    there: (who) => new As(other.url, who.credentials),
    async inTime(happened) {
      const since = performance.now();
      const what = await happened;
      expect(performance.now() - since).toBeLessThan(mostMs);
      return what;
    },
    async close() {
      await one.close();
      await other.close();
      await shared.drop();
    },
  };
}
