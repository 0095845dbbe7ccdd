import { randomUUIDv7 } from 'node:crypto';
import type { PricedLine } from '../carts/price-lines.ts';
import type { Bill } from '../carts/totals.ts';
import { firesAtOnce } from './fires-at-once.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';

export type NewOrderLine = Omit<OrderLine, 'restaurantId'>;

export interface PlaceInOrder {
  readonly order: Pick<Order, 'id' | 'status' | 'wishedAt'>;
  readonly round: number;
  /** Whether the cart's members are guests: then they are the seats. */
  readonly seated: boolean;
  /** The position of the last line before these. */
  readonly after: number;
}

/** The lines of a cart as an order keeps them; its bill says their rates. */
export function frozenLines(
  lines: readonly PricedLine[],
  bill: Bill,
  { order, round, after, seated }: PlaceInOrder,
): NewOrderLine[] {
  return lines.map(({ itemId, quantity, course, note, priced, dish, addedBy }, index) => {
    const { title, variantId, variantLabel, unitPrice, modifiers, takes } = priced;
    return {
      id: randomUUIDv7(),
      orderId: order.id,
      round,
      status: firesAtOnce(course, order) ? 'FIRED' : 'WAITING',
      course,
      station: dish?.station ?? null,
      position: after + index + 1,
      seat: seated ? addedBy : null,
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
      takes: takes.map(({ id, pieces }) => ({ id, pieces })),
    };
  });
}
