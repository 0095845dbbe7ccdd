import { splitByLines } from '../carts/split-by-lines.ts';
import type { BillShare } from '../carts/split-evenly.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Order } from './order.entity.ts';
import { orderBill } from './order-bill.ts';

export interface LinePieces {
  readonly lineId: string;
  readonly quantity: number;
}

/** What each group of pieces comes to; what no group names is one more share, the last. Throws NOT_FOUND, or BAD_USER_INPUT for more than there is. */
export function splitOrder(order: Order, groups: readonly (readonly LinePieces[])[]): BillShare[] {
  const left = order.lines.map(({ quantity, voided }) => quantity - voided);
  const named = groups.map((pieces, group) =>
    pieces.map(({ lineId, quantity }, index) => {
      const line = order.lines.findIndex(({ id }) => id === lineId);
      if (line < 0) throw notFound();
      left[line]! -= quantity;
      if (left[line]! < 0) throw refused(`${group}.${index}`, 'There are not so many of it.');
      return { line, quantity };
    }),
  );
  const rest = left.flatMap((quantity, line) => (quantity > 0 ? [{ line, quantity }] : []));
  return splitByLines(orderBill(order), order, rest.length > 0 ? [...named, rest] : named);
}

function refused(index: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: `groups.${index}`, message }] });
}
