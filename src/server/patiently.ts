import { setTimeout as pause } from 'node:timers/promises';
import { outOfReach } from './out-of-reach.ts';

const shortestPauseMs = 100;
const longestPauseMs = 2_000;

/** Does work that the database is needed for, and again while that is out of reach, until `ended`. What else goes wrong is thrown at once. */
export async function patiently<T>(ended: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let longest = shortestPauseMs; ; longest = Math.min(2 * longest, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!outOfReach(error)) throw error;
      // By chance, because every screen of the process waits for the same moment.
      await pause(longest * (0.5 + Math.random() / 2), undefined, { signal: ended }).catch(() => {});
      if (ended.aborted) throw error;
    }
  }
}
