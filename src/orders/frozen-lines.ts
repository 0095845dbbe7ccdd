import { randomUUIDv7 } from 'node:crypto';
import type { PricedLine } from '../carts/price-lines.ts';
import type { Bill } from '../carts/totals.ts';
import type { OrderLine } from './order-line.entity.ts';

export type NewOrderLine = Omit<OrderLine, 'restaurantId'>;

export interface PlaceInOrder {
  readonly orderId: string;
  readonly round: number;
  /** The position of the last line before these. */
  readonly after: number;
}

/** The lines of a cart as an order keeps them; its bill says their rates. */
export function frozenLines(
  lines: readonly PricedLine[],
  bill: Bill,
  { orderId, round, after }: PlaceInOrder,
): NewOrderLine[] {
  return lines.map(({ itemId, quantity, note, priced }, index) => {
    const { title, variantId, variantLabel, unitPrice, modifiers } = priced;
    return {
      id: randomUUIDv7(),
      orderId,
      round,
      position: after + index + 1,
      itemId,
      title,
      variantId,
      variantLabel,
      quantity,
      unitPrice,
      taxPerMillion: bill.lines[index]!.taxPerMillion,
      discount: null,
      voided: 0,
      voids: [],
      note,
      modifiers,
    };
  });
}
