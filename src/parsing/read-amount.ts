import type { Reading } from './asked.ts';
import { isLast } from './is-last.ts';
import { itemOf } from './item-of.ts';
import { readFewer } from './read-fewer.ts';
import { setMood } from './set-mood.ts';
import type { AmountSpan } from './span.ts';

/** "no extra cheese" leaves off the extra cheese; elsewhere "extra" adds. Returns the number of the next span to read. */
export function readAmount(reading: Reading, span: AmountSpan, at: number): number {
  const { lead, spans, pauses } = reading;
  const line = reading.open ?? reading.current;
  // "make it double", of an espresso
  if (span.asSize && isLast(reading, at) && itemOf(line?.name)?.sizes.has(span.asSize.spelling)) {
    line!.sizes.push(span.asSize);
    if (lead) line!.said.push(lead);
    return at + 1;
  }
  const next = pauses[at + 1] === 'none' ? spans[at + 1]?.kind : undefined;
  // "two more without onions"
  if (span.amount === 'plain' && spans[at - 1]?.kind === 'number' && next !== 'name' && next !== 'unknown') {
    line?.said.push(span);
    return at + 1;
  }
  const fewer = span.isFewer ? readFewer(reading, span, at) : null;
  if (fewer !== null) return fewer;
  if (!reading.isFresh || reading.mood === null) setMood(reading, 'with', span);
  reading.lead = lead;
  reading.amount = span;
  return at + 1;
}
