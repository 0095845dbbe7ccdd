import { afterThings } from './after-things.ts';
import type { Reading } from './asked.ts';
import { changeAsked } from './change-asked.ts';
import { itemOf } from './item-of.ts';
import { offers } from './offers.ts';
import { referenceAt } from './reference-at.ts';
import type { NameSpan, Span } from './span.ts';

/** Far enough for any phrase a person says, near enough to keep the whole linear. */
const horizon = 8;

/** "remove the coke | , the fries and the burger", "no coke | , fries". Returns the number of the next span to read, null where nothing more is removed. */
export function readRemovedToo(reading: Reading, at: number): number | null {
  const { spans, pauses, removed } = reading;
  if (removed?.to !== at || pauses[at] === 'hard') return null;
  const { next, isListed } = listedAt(reading, at);
  const first = spans[next];
  if (!first || !(isListed || removed.isVerb)) return null;
  // "remove the coke, a latte instead"
  if (spans.slice(next, next + horizon).some(({ kind }) => kind === 'instead')) return null;
  const name = nameAt(spans, next);
  if (name && offers(itemOf(reading.current?.name), name)) return null;
  const isSure = removed.isVerb && isListed;
  const reference = referenceAt(reading, next, 'removing');
  if (
    reference &&
    (isSure || (reference.line && first.kind !== 'number' && isEnd(reading, reference.next)))
  ) {
    changeAsked.remove(reading, reference);
    return reference.next;
  }
  if (!isSure || !name || !(name.itemGrade === 'full' || name.isSize)) return null;
  const end = afterThings(reading, next + 1);
  reading.absent.push({ from: first.from, to: spans[end - 1]!.to });
  reading.removed = { ...removed, to: end };
  return end;
}

/** Where the next of a list begins, and whether it stands after a comma or "and". */
function listedAt({ spans, pauses, joins }: Reading, at: number): { next: number; isListed: boolean } {
  let isListed = pauses[at] === 'soft';
  let next = at;
  for (; next < Math.min(spans.length, at + horizon); next++) {
    const span = spans[next]!;
    if (pauses[next] !== 'none' && next > at) return { next, isListed: false };
    if (span.kind === 'and' || span.kind === 'or' || (span.kind === 'adding' && joins[next])) isListed = true;
    else if (span.kind !== 'quiet' || span.isRequest) break;
  }
  return { next, isListed };
}

function nameAt(spans: readonly Span[], at: number): NameSpan | null {
  const span = spans[at]!.kind === 'number' ? spans[at + 1] : spans[at];
  return span?.kind === 'name' ? span : null;
}

function isEnd({ spans, pauses }: Reading, at: number): boolean {
  const span = spans[at];
  return !span || pauses[at] !== 'none' || span.kind === 'and' || span.kind === 'or' || span.kind === 'quiet';
}
