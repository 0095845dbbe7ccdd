import type { Candidate } from './order-parser.ts';
import type { NameSpan } from './span.ts';

/** Candidates worth naming: what is sold out is no answer while something else is. */
export function orderable(items: NameSpan['items']): Candidate[] {
  const available = items.filter(({ item }) => item.available);
  return (available.length > 0 ? available : items).map(({ item: { id, title } }) => ({ id, title }));
}
