import type { PricedLine } from '../carts/price-lines.ts';

/** How many of each counted item the lines take. */
export function piecesOf(lines: readonly PricedLine[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { itemId, quantity, dish } of lines) {
    if (dish?.stock != null) pieces.set(itemId, (pieces.get(itemId) ?? 0) + quantity);
  }
  return pieces;
}
