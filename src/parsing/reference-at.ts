import type { Asked, Reading } from './asked.ts';
import { askedFor } from './asked-for.ts';
import type { NameSpan, NumberSpan } from './span.ts';

export interface Reference {
  readonly line: Asked;
  readonly count: NumberSpan | null;
  /** What tells it from other lines of the same item. */
  readonly sort: readonly NameSpan[];
  readonly name: NameSpan;
  /** The span after it. */
  readonly next: number;
}

const mostOfSort = 4;

/** Far enough for any phrase a person says, near enough to keep the whole linear. */
const horizon = 16;

/** Words that begin here and mean a line there is: "the coke", "one of the large pizzas", "the ham and olive pizza". */
export function referenceAt(reading: Reading, at: number): Reference | null {
  const { spans, pauses } = reading;
  const sort: NameSpan[] = [];
  let count: NumberSpan | null = null;
  for (
    let next = at;
    next < Math.min(spans.length, at + horizon) && (next === at || pauses[next] === 'none');
    next++
  ) {
    const span = spans[next]!;
    if (span.kind === 'number' && sort.length === 0) count = span;
    if (span.kind === 'name') {
      const line = span.items.length > 0 ? askedFor(reading, span, sort) : null;
      const isMore = spans[next + 1]?.kind === 'name' && pauses[next + 1] === 'none';
      if (line && !(isMore && span.itemGrade !== 'full'))
        return { line, count, sort, name: span, next: next + 1 };
      if (sort.length === mostOfSort) return null;
      sort.push(span);
    } else if (span.kind === 'onto' ? next > at : !['quiet', 'number', 'aside', 'and'].includes(span.kind))
      return null;
    else if (span.kind === 'and' && sort.length === 0) return null;
  }
  return null;
}
