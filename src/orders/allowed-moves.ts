import { lineStatusOf } from './line-status-of.ts';
import type { Order } from './order.entity.ts';
import { type Mover, type OrderStatus, orderMoves } from './order-status.ts';

/** Where an order may go from here, for somebody who may touch it as any of these. It is not READY while all that is left is held. */
export function allowedMoves(
  { status, fulfilment, lines }: Pick<Order, 'status' | 'fulfilment' | 'lines'>,
  as: readonly Mover[],
): OrderStatus[] {
  const moves = orderMoves.filter(
    ({ from, by, of }) =>
      from === status && (of ?? [fulfilment]).includes(fulfilment) && by.some((mover) => as.includes(mover)),
  );
  const states = lines.map(lineStatusOf);
  const held = states.includes('WAITING') && !states.includes('FIRED');
  return moves.map(({ to }) => to).filter((to) => !(held && to === 'READY'));
}
