import type { Asked, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import { itemOf } from './item-of.ts';
import type { NameSpan } from './span.ts';

/** "the margherita large", with a margherita in the cart: that one, and not another. */
export function refersBack(reading: Reading, at: number): Asked | null {
  const { spans, pauses, open } = reading;
  const name = spans[at] as NameSpan;
  const definite = spans[at - 1];
  const isFirst = at === 1 || pauses[at - 1] !== 'none' || spans[at - 2]?.kind === 'and';
  if (open || definite?.kind !== 'quiet' || !definite.isDefinite || !isFirst || pauses[at] !== 'none')
    return null;
  const size = spans[at + 1];
  if (size?.kind !== 'name' || pauses[at + 1] !== 'none' || !itemOf(name)?.sizes.has(size.key)) return null;
  const after = spans[at + 2];
  if (after?.kind === 'name' && pauses[at + 2] === 'none') return null;
  const line = askedFor(reading, name);
  return line?.existing ? line : null;
}
