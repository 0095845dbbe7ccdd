import type { Preparation } from '../restaurants/preparation.ts';
import { type Promising, promisedAt } from './promised-at.ts';

/** With more orders ahead than this nobody can tell how much longer it takes. */
const longest = 100;

/** What an order is promised for with nobody ahead, with one, with two: how many there are is counted while it is written. */
export function promisesByQueue(
  known: Preparation | null,
  placing: Omit<Promising, 'ahead'>,
): (Date | null)[] {
  return Array.from({ length: longest + 1 }, (_, ahead) => promisedAt(known, { ...placing, ahead }));
}
