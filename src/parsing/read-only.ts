import type { Reading } from './asked.ts';
import { isLast } from './is-last.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import type { Span } from './span.ts';

/** "with only lettuce", "just lettuce", "with lettuce only". Tells whether it is about what a dish comes with. */
export function readOnly(reading: Reading, span: Span, at: number): boolean {
  const { spans, pauses, current, recent } = reading;
  let next = at + 1;
  while (spans[next]?.kind === 'quiet' && pauses[next] === 'none') next++;
  const name = spans[next];
  const here = reading.open ? null : itemOf(current?.name);
  if (name?.kind === 'name' && pauses[next] === 'none' && name.itemGrade !== 'full' && offers(here, name)) {
    reading.only = span;
    return true;
  }
  if (!isLast(reading, at) || spans[at - 1]?.kind !== 'name' || pauses[at] !== 'none') return false;
  for (const each of recent) {
    const { line, wish } = each;
    if (wish.how !== 'with') continue;
    const place = line.wishes.indexOf(wish);
    each.wish = { ...wish, only: span, note: [...wish.note, span], said: [...wish.said, span] };
    if (place >= 0) line.wishes[place] = each.wish;
  }
  return recent.some(({ wish }) => wish.only === span);
}
