import type { Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import type { Quality } from './is-meant.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import type { NameSpan, Stretch } from './span.ts';

/** Far enough for any phrase a person says, near enough to keep the whole linear. */
const horizon = 8;

export interface Qualities {
  readonly qualities: readonly Quality[];
  readonly said: readonly Stretch[];
  /** The span after them. */
  readonly next: number;
}

/** "… with bacon", "… without onions": what stands behind the name of a line and may tell it from others. */
export function qualitiesAt(reading: Reading, at: number, name: NameSpan | null): Qualities | null {
  const { spans, pauses, joins } = reading;
  const opening = spans[at];
  if (!opening || pauses[at] !== 'none') return null;
  const isWith = opening.kind === 'adding' && joins[at]!;
  if (!isWith && opening.kind !== 'removing') return null;
  let how: Quality['how'] = isWith ? 'with' : 'without';
  const qualities: Quality[] = [];
  const said: Stretch[] = [opening];
  let end = at;
  for (let next = at + 1; next < Math.min(spans.length, at + horizon) && pauses[next] === 'none'; next++) {
    const span = spans[next]!;
    if (span.kind === 'removing' && next === at + 1) how = 'without';
    else if (span.kind === 'name') {
      if (spans[next - 1]!.kind === 'name' || !isOffered(reading, span, name)) break;
      qualities.push({ name: span, how });
      end = next + 1;
    } else if (!['quiet', 'and', 'or', 'number', 'amount'].includes(span.kind)) break;
    said.push(span);
  }
  if (qualities.length === 0) return null;
  const until = spans[end - 1]!.to;
  return { qualities, said: said.filter(({ to }) => to <= until), next: end };
}

function isOffered(reading: Reading, modifier: NameSpan, name: NameSpan | null): boolean {
  if (modifier.itemGrade === 'full' && askedFor(reading, modifier) !== null) return false;
  if (name) return offers(itemOf(name), modifier);
  return reading.asked.some((line) => line.fate === null && offers(itemOf(line.name), modifier));
}
