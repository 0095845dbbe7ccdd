import { splitByLines } from '../carts/split-by-lines.ts';
import type { TotalsView } from '../carts/totals-view.ts';
import type { Order } from './order.entity.ts';
import { orderBill } from './order-bill.ts';
import { sharesView } from './shares-view.ts';

export type SeatShareView = Omit<TotalsView, 'taxes'> & { readonly seat: number | null };

/** What each of those who filled the cart together has had, in their order; what nobody in particular has had comes last. */
export function splitBySeat(order: Order): SeatShareView[] {
  const pieces = order.lines
    .map(({ seat, quantity, voided }, line) => ({ seat, line, quantity: quantity - voided }))
    .filter(({ quantity }) => quantity > 0);
  const bySeat = [...Map.groupBy(pieces, ({ seat }) => seat)].sort(
    ([one], [other]) => (one ?? Infinity) - (other ?? Infinity),
  );
  const shares = splitByLines(
    orderBill(order),
    order,
    bySeat.map(([, had]) => had),
  );
  return sharesView(order, shares).map((share, index) => ({ ...share, seat: bySeat[index]![0] }));
}
