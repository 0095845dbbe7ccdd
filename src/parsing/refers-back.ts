import type { Asked, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { itemOf } from './item-of.ts';
import type { NameSpan } from './span.ts';

/** "the margherita large", "the burger is without onions", with a margherita in the cart: that one, and not another. */
export function refersBack(reading: Reading, at: number): Asked | null {
  const { spans, pauses, open } = reading;
  const name = spans[at] as NameSpan;
  const definite = spans[at - 1];
  const isFirst = at === 1 || pauses[at - 1] !== 'none' || spans[at - 2]?.kind === 'and';
  if (open || definite?.kind !== 'quiet' || !definite.isDefinite || !isFirst || pauses[at] !== 'none')
    return null;
  if (!isChange(reading, at, name)) return null;
  const line = askedFor(reading, name);
  return line?.existing ? line : null;
}

function isChange({ spans, pauses }: Reading, at: number, name: NameSpan): boolean {
  let next = at + 1;
  while (spans[next]?.kind === 'quiet' && pauses[next] === 'none') next++;
  const change = spans[next];
  if (!change || pauses[next] !== 'none') return false;
  if (change.kind === 'removing' || change.kind === 'adding') return next > at + 1;
  if (change.kind !== 'name' || !itemOf(name)?.sizes.has(change.key)) return false;
  return spans[next + 1]?.kind !== 'name' || pauses[next + 1] !== 'none';
}
