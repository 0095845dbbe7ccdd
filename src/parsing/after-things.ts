import type { Reading } from './asked.ts';
import type { Span } from './span.ts';

/** Past what is named there: it is about nothing that was said, and left over. */
export function afterThings({ spans, pauses }: Reading, at: number): number {
  let next = at;
  while (next < spans.length && pauses[next] === 'none' && things.has(spans[next]!.kind)) next++;
  return next;
}

const things = new Set<Span['kind']>(['quiet', 'name', 'unknown', 'and', 'or', 'amount', 'group', 'aside']);
