import type { TotalsView } from '../carts/totals-view.ts';
import type { Context } from '../viewer.ts';
import { orderForReading } from './order-access.ts';
import { sharesView } from './shares-view.ts';
import { type LinePieces, splitOrder } from './split-order.ts';

/** What each group of pieces of an order comes to, for whoever sees it. Throws NOT_FOUND or BAD_USER_INPUT. */
export async function findSplit(
  ctx: Context,
  orderId: string,
  groups: readonly (readonly LinePieces[])[],
): Promise<TotalsView[]> {
  const order = await orderForReading(ctx, orderId);
  return sharesView(order, splitOrder(order, groups));
}
