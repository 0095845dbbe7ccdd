import { lineMoves } from './line-moves.ts';
import type { LineStage } from './line-status.ts';
import { lineStatusOf } from './line-status-of.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';
import type { Mover, OrderStatus } from './order-status.ts';

/** Taken on, and not over. */
const worked: readonly OrderStatus[] = ['ACCEPTED', 'PREPARING', 'READY'];

/** Where a line of an order may go from here, for somebody who may touch the order as any of these. */
export function allowedLineMoves(
  line: OrderLine,
  { status }: Pick<Order, 'status'>,
  as: readonly Mover[],
): LineStage[] {
  if (!worked.includes(status)) return [];
  const from = lineStatusOf(line);
  const moves = lineMoves.filter((move) => move.from === from && move.by.some((mover) => as.includes(mover)));
  return moves.map(({ to }) => to);
}
