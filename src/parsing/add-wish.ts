import type { Reading, Wish } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import type { Stretch } from './span.ts';

/** Hands what was heard to the line it is about; without one, to the line that comes. */
export function addWish(
  reading: Reading,
  how: Wish['how'],
  keys: readonly string[],
  thing: Stretch,
  to: 'current' | 'coming',
): void {
  const { amount, lead, moodSpan, isFresh } = reading;
  const opening = how === reading.mood && how !== 'with' ? moodSpan : null;
  const wish: Wish = {
    how,
    keys,
    thing,
    amount,
    many: lead?.value ?? 1,
    note: [opening, amount, lead?.isArticle ? null : lead, thing].filter((part) => part != null),
    said: [isFresh ? opening : how === 'with' ? null : reading.or, amount, lead, thing].filter(
      (part) => part != null,
    ),
  };
  if (how === 'warning') reading.warnings.push(wish);
  else for (const line of linesFor(reading, to)) line.wishes.push(wish);
  reading.isFresh = false;
  reading.amount = null;
  reading.lead = null;
  reading.or = null;
}

function linesFor(reading: Reading, to: 'current' | 'coming') {
  if (to === 'current' && reading.every) return reading.every;
  if (reading.open) return [reading.open];
  if (to === 'current' && reading.current) return [reading.current];
  const { mood, moodSpan, isFresh, amount, lead } = reading;
  const line = beginAsked.open(reading, [], null);
  Object.assign(reading, { mood, moodSpan, isFresh, amount, lead });
  return [line];
}
