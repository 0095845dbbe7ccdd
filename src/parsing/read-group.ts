import type { Reading } from './asked.ts';
import { beginAsked } from './begin-asked.ts';
import { readAfterwards } from './read-afterwards.ts';
import { setAside } from './set-aside.ts';
import { setMood } from './set-mood.ts';
import type { Span } from './span.ts';

/** "no sides" leaves nothing off that was asked for. Returns the number of the next span to read. */
export function readGroup(reading: Reading, span: Span, at: number): number {
  // "Milk allergy", where "milk" is the name of a group.
  if (span.kind === 'group' && reading.spans[at + 1]?.kind === 'warningAfter')
    return readAfterwards(reading, [], span, at) ? at + 2 : at + 1;
  const isAhead =
    span.kind === 'aside' &&
    reading.spans[at + 1]?.kind === 'name' &&
    !reading.open &&
    reading.mood !== 'without';
  const line = isAhead ? beginAsked.open(reading, [], null) : (reading.open ?? reading.current);
  line?.said.push(span);
  if (span.kind === 'aside' && !span.isMeasure) setAside(reading, span, at);
  if (reading.mood === 'without' && reading.isFresh && reading.spans[at + 1]?.kind !== 'name') {
    line?.said.push(reading.moodSpan!);
    reading.mood = null;
  } else if (span.kind === 'group' && line && line === reading.current) {
    setMood(reading, 'with', span);
  }
  return at + 1;
}
