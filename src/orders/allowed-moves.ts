import { type Mover, type OrderStatus, orderMoves } from './order-status.ts';

/** Where an order may go from here, for somebody who may touch it as any of these. */
export function allowedMoves(from: OrderStatus, as: readonly Mover[]): OrderStatus[] {
  const moves = orderMoves.filter(
    (move) => move.from === from && move.by.some((mover) => as.includes(mover)),
  );
  return moves.map(({ to }) => to);
}
