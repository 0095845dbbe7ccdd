import type { FrozenTake, OrderLine } from './order-line.entity.ts';

type Made = Pick<OrderLine, 'itemId' | 'variantId' | 'modifiers' | 'takes'>;

/** What so many pieces of lines took of what is counted. */
export function linePieces(lines: readonly (readonly [line: Made, quantity: number])[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const [line, quantity] of lines) {
    for (const take of line.takes ?? asFarAsKnown(line))
      pieces.set(take.id, (pieces.get(take.id) ?? 0) + take.pieces * quantity);
  }
  return pieces;
}

/** Of a line that does not say: the item, its variant, and what came with it beyond the usual. */
function asFarAsKnown({ itemId, variantId, modifiers }: Made): FrozenTake[] {
  const wanted = modifiers.filter((modifier) => modifier.wanted);
  return [
    { id: itemId, pieces: 1 },
    ...(variantId ? [{ id: variantId, pieces: 1 }] : []),
    ...wanted.map(({ modifierId, quantity }) => ({ id: modifierId, pieces: quantity })),
  ];
}
