import { addWish } from './add-wish.ts';
import type { Reading } from './asked.ts';
import { setMood } from './set-mood.ts';
import type { Span } from './span.ts';

/** "Allergic to …", which what follows names, or "coeliac", which says it all. Returns the number of the next span to read. */
export function readWarning(reading: Reading, span: Span, at: number): number {
  const warning = fromSomebody(reading, span, at);
  if (span.kind === 'ailment') {
    reading.mood = null;
    addWish(reading, 'warning', [], warning, 'current');
  } else setMood(reading, 'warning', warning);
  return at + 1;
}

/** "my daughter is | coeliac": who it is, and how badly, belongs to the warning. */
function fromSomebody({ spans, pauses }: Reading, span: Span, at: number): Span {
  let first = at;
  let isSaid = false;
  while (first > 0 && pauses[first] === 'none') {
    const { kind } = spans[first - 1]!;
    if (kind !== 'quiet' && kind !== 'unknown') break;
    first--;
    isSaid ||= kind === 'unknown';
  }
  return isSaid ? { ...span, from: spans[first]!.from } : span;
}
