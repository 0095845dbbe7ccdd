import type { Order } from './order.entity.ts';
import { type Mover, type OrderStatus, orderMoves } from './order-status.ts';

/** Where an order may go from here, for somebody who may touch it as any of these. */
export function allowedMoves(
  { status, fulfilment }: Pick<Order, 'status' | 'fulfilment'>,
  as: readonly Mover[],
): OrderStatus[] {
  const moves = orderMoves.filter(
    ({ from, by, of }) =>
      from === status && (of ?? [fulfilment]).includes(fulfilment) && by.some((mover) => as.includes(mover)),
  );
  return moves.map(({ to }) => to);
}
