import { addWish } from './add-wish.ts';
import type { Reading } from './asked.ts';
import { isLast } from './is-last.ts';
import { itemOf } from './item-of.ts';
import { modifiersOf } from './modifiers-of.ts';
import { setMood } from './set-mood.ts';
import type { Span } from './span.ts';

/** "Allergic to …", which what follows names, or "coeliac", which says it all. Returns the number of the next span to read. */
export function readWarning(reading: Reading, span: Span, at: number): number {
  const warning = fromSomebody(reading, span, at);
  if (span.kind === 'ailment') {
    reading.mood = null;
    addWish(reading, 'warning', [], warning, 'current');
    return at + 1;
  }
  const last = isLast(reading, at) ? leftOutLast(reading, at) : null;
  if (last) {
    const { line, wish } = last;
    reading.warnings.push({
      ...wish,
      how: 'warning',
      note: [...wish.note, span],
      said: [...wish.said, span],
    });
    if (wish.keys.length === 0) line.wishes.splice(line.wishes.indexOf(wish), 1);
    return at + 1;
  }
  setMood(reading, 'warning', warning);
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

/** "no nuts, I'm allergic": what was just left out is dangerous. */
function leftOutLast({ recent, spans, pauses }: Reading, at: number): Reading['recent'][number] | null {
  const last = recent.at(-1);
  // What the dish would come with is off it already.
  if (last?.wish.how !== 'without' || modifiersOf(itemOf(last.line.name), last.wish.keys).length > 0)
    return null;
  let before = at - 1;
  while (before >= 0 && spans[before]!.kind === 'quiet' && pauses[before + 1] !== 'hard') before--;
  return spans[before]?.to === last.wish.thing.to ? last : null;
}
