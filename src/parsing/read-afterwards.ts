import { addWish } from './add-wish.ts';
import type { Reading } from './asked.ts';
import { setMood } from './set-mood.ts';
import type { Stretch } from './span.ts';
import { whatFollows } from './what-follows.ts';

/** "onion free", "nut allergy": what is left out stands before the word that says so. */
export function readAfterwards(
  reading: Reading,
  keys: readonly string[],
  thing: Stretch,
  at: number,
): boolean {
  const after = reading.spans[at + 1];
  if (after?.kind !== 'removingAfter' && after?.kind !== 'warningAfter') return false;
  if (reading.pauses[at + 1] !== 'none') return false;
  const isAhead = whatFollows(reading, at + 1).item !== null;
  setMood(reading, 'with', after);
  const how = after.kind === 'warningAfter' ? 'warning' : 'without';
  addWish(reading, how, keys, { from: thing.from, to: after.to }, isAhead ? 'coming' : 'current');
  reading.mood = null;
  return true;
}
