import { type AllowedLineMoves, lineMovesFor } from '../orders/line-moves-for.ts';
import type { LineStatus } from '../orders/line-status.ts';
import { lineStatusOf } from '../orders/line-status-of.ts';
import type { Order } from '../orders/order.entity.ts';
import type { OrderLine } from '../orders/order-line.entity.ts';

type Kept =
  | 'id'
  | 'title'
  | 'variantLabel'
  | 'quantity'
  | 'voided'
  | 'round'
  | 'course'
  | 'station'
  | 'note'
  | 'modifiers';

/** A line without what it costs. */
export interface TicketLineView extends Pick<OrderLine, Kept> {
  readonly status: LineStatus;
  readonly allowedMoves: AllowedLineMoves;
}

export function ticketLineView(line: OrderLine, order: Order): TicketLineView {
  const { id, title, variantLabel, quantity, voided, round, course, station, note, modifiers } = line;
  const status = lineStatusOf(line);
  const allowedMoves = lineMovesFor(line, order);
  return {
    id,
    title,
    variantLabel,
    quantity,
    voided,
    round,
    course,
    station,
    note,
    modifiers,
    status,
    allowedMoves,
  };
}
