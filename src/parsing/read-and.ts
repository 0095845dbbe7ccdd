import type { Reading } from './asked.ts';
import { referenceAt } from './reference-at.ts';
import type { Span } from './span.ts';

/** "change the burger to a margherita and the coke to a latte" */
export function readAnd(reading: Reading, span: Span, at: number): number {
  const reference = reading.hasReplaced ? referenceAt(reading, at + 1, 'changing') : null;
  if (!reference?.line || !reading.joins[reference.next]) return at + 1;
  reference.line.said.push(span, ...reference.said);
  reading.replacing = { line: reference.line, said: span };
  return reference.next;
}
