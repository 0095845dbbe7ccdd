import type { Asked, Reading } from './asked.ts';
import { isMeant, type Quality } from './is-meant.ts';
import type { NameSpan } from './span.ts';

/** No cart has more. */
const mostLines = 100;

/**
 * The line, in the cart or just said, that a name refers to, its qualities telling it from others: "the large pizza with ham".
 * Of several the last, what was last talked of first.
 */
export function askedFor(
  reading: Reading,
  name: NameSpan | null,
  qualities: readonly Quality[] = [],
): Asked | null {
  const fits = (line: Asked | null): line is Asked =>
    line !== null && line.fate === null && isMeant(line, name, qualities);
  return (
    [reading.current, ...reading.about].find(fits) ?? reading.asked.slice(-mostLines).findLast(fits) ?? null
  );
}
