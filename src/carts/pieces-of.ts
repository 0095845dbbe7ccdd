import type { PricedLine } from './price-lines.ts';

/** How many the lines take of each thing that is counted. */
export function piecesOf(lines: readonly Pick<PricedLine, 'quantity' | 'priced'>[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { quantity, priced } of lines) {
    for (const take of priced.takes) pieces.set(take.id, (pieces.get(take.id) ?? 0) + take.pieces * quantity);
  }
  return pieces;
}
