import { addWish } from './add-wish.ts';
import type { Reading } from './asked.ts';
import { readAfterwards } from './read-afterwards.ts';
import { whatFollows } from './what-follows.ts';

/** Words nobody knows are a note when left out, a refusal when added, and otherwise nobody's. */
export function readUnknown(reading: Reading, at: number): number {
  let next = at + 1;
  while (reading.spans[next]?.kind === 'unknown' && reading.pauses[next] === 'none') next++;
  const thing = { from: reading.spans[at]!.from, to: reading.spans[next - 1]!.to };
  if (readAfterwards(reading, [], thing, next - 1)) return next + 1;
  // What was begun was begun for this, not for the next item on the menu.
  if (reading.open && reading.mood === null && whatFollows(reading, next - 1).item === null)
    reading.open = null;
  const before = reading.spans[at - 1]?.kind;
  const isMore =
    (reading.mood !== 'with' && (before === 'and' || before === 'or')) ||
    (reading.mood === 'warning' && before === 'unknown');
  if (reading.mood !== null && (reading.isFresh || reading.amount || isMore))
    addWish(reading, reading.mood, [], thing, 'current');
  return next;
}
