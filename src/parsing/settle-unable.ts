import type { FoodBook } from './food-book.ts';
import type { Span } from './span.ts';

/** Far enough for any phrase a person says, near enough to keep the whole linear. */
const horizon = 8;

/** "I can't have dairy" warns; "I can't have pickles" only leaves them off. */
export function settleUnable(
  spans: readonly Span[],
  stems: readonly string[],
  pauses: readonly ('none' | 'soft' | 'hard')[],
  food: FoodBook,
): Span[] {
  const settled: Span[] = [];
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at]!;
    if (span.kind !== 'unable') {
      settled.push(span);
      continue;
    }
    const thing = allergenAfter(spans, at, stems, pauses, food);
    if (thing === null) settled.push({ kind: 'removing', from: span.from, to: span.to });
    else {
      settled.push({ kind: 'warning', isAlsoOff: true, from: span.from, to: spans[thing - 1]!.to });
      at = thing - 1;
    }
  }
  return settled;
}

/** The number of the span that names an allergen: "can't have | anything with | nuts". */
function allergenAfter(
  spans: readonly Span[],
  at: number,
  stems: readonly string[],
  pauses: readonly ('none' | 'soft' | 'hard')[],
  { allergens }: FoodBook,
): number | null {
  for (let next = at + 1; next < Math.min(spans.length, at + horizon) && pauses[next] === 'none'; next++) {
    const { kind, from } = spans[next]!;
    if (allergens.has(stems[from]!) || allergens.has(stems.slice(from, from + 2).join(''))) return next;
    if (kind !== 'quiet' && kind !== 'unknown' && kind !== 'adding' && kind !== 'amount' && kind !== 'number')
      return null;
  }
  return null;
}
