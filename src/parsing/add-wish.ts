import type { Asked, Reading, Wish } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import { itemOf } from './item-of.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { Stretch } from './span.ts';

/** No cart has more. */
const mostLines = 100;

/** Hands what was heard to the line it is about; without one, to the line that comes. */
export function addWish(
  reading: Reading,
  how: Wish['how'],
  keys: readonly string[],
  thing: Stretch,
  to: 'current' | 'coming',
): void {
  const { amount, lead, moodSpan, isFresh } = reading;
  const only = how === 'with' ? reading.only : null;
  const opening = how === reading.mood && how !== 'with' ? moodSpan : null;
  const wish: Wish = {
    how,
    keys,
    thing,
    amount,
    many: lead?.value ?? 1,
    isAside: false,
    only,
    note: [opening, only, amount, lead?.isArticle ? null : lead, thing].filter((part) => part != null),
    said: [isFresh ? opening : how === 'with' ? null : reading.or, only, amount, lead, thing].filter(
      (part) => part != null,
    ),
  };
  if (how === 'warning') reading.warnings.push(wish);
  else
    for (const line of linesFor(reading, to, how, keys)) {
      line.wishes.push(wish);
      reading.recent.push({ line, wish });
    }
  reading.isFresh = false;
  reading.amount = null;
  reading.lead = null;
  reading.or = null;
}

function linesFor(reading: Reading, to: 'current' | 'coming', how: Wish['how'], keys: readonly string[]) {
  if (to === 'current' && reading.every) return reading.every;
  if (reading.open) return [reading.open];
  if (to === 'current' && reading.current) return [lineThatMay(reading, how, keys) ?? reading.current];
  const { mood, moodSpan, isFresh, amount, lead } = reading;
  const line = beginAsked.open(reading, [], null);
  Object.assign(reading, { mood, moodSpan, isFresh, amount, lead });
  return [line];
}

/** What was talked of last may not be had so: of the cart's lines the last that comes with it, where it is left off, else that may. */
function lineThatMay({ asked, current }: Reading, how: Wish['how'], keys: readonly string[]): Asked | null {
  const offers = ({ name }: Asked) => modifiersOf(itemOf(name), keys);
  if (!current?.existing || current.said.length > 0 || offers(current).length > 0) return null;
  const may = asked
    .slice(-mostLines)
    .filter((line) => line.fate === null && line.name !== null && offers(line).length > 0);
  const has = may.findLast((line) =>
    offers(line).some(({ modifier }) => modifier.isDefault || line.existing?.withIds.includes(modifier.id)),
  );
  return (how === 'without' ? has : null) ?? may.at(-1) ?? null;
}
