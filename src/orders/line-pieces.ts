import type { OrderLine } from './order-line.entity.ts';

type Made = Pick<OrderLine, 'itemId' | 'variantId' | 'modifiers'>;

/** What so many pieces of lines are made of: the item, its variant, and what came with it beyond the usual. */
export function linePieces(lines: readonly (readonly [line: Made, quantity: number])[]): Map<string, number> {
  const pieces = new Map<string, number>();
  const count = (id: string, more: number): void => void pieces.set(id, (pieces.get(id) ?? 0) + more);
  for (const [{ itemId, variantId, modifiers }, quantity] of lines) {
    count(itemId, quantity);
    if (variantId) count(variantId, quantity);
    for (const modifier of modifiers)
      if (modifier.wanted) count(modifier.modifierId, quantity * modifier.quantity);
  }
  return pieces;
}
