import { type Money, money } from '../money.ts';
import { type DiscountView, discountView } from './discount-view.ts';
import { type ForStaff, forStaff } from './for-staff.ts';
import { type AllowedLineMoves, lineMovesFor } from './line-moves-for.ts';
import type { LineStatus } from './line-status.ts';
import { lineStatusOf } from './line-status-of.ts';
import type { Order } from './order.entity.ts';
import type { FrozenModifier, OrderLine } from './order-line.entity.ts';

type Kept =
  | 'id'
  | 'itemId'
  | 'title'
  | 'variantLabel'
  | 'quantity'
  | 'note'
  | 'round'
  | 'taxPerMillion'
  | 'voided'
  | 'seat'
  | 'course';

/** A line with its prices as a client reads them. */
export interface OrderLineView extends Pick<OrderLine, Kept> {
  readonly modifiers: readonly FrozenModifier[];
  readonly unitPrice: Money;
  readonly total: Money;
  readonly discount: DiscountView | null;
  readonly voids: readonly VoidView[];
  readonly status: LineStatus;
  readonly allowedMoves: AllowedLineMoves;
}

export interface VoidView {
  readonly quantity: number;
  readonly reason: ForStaff<string | null>;
  readonly byId: ForStaff<string | null>;
  readonly at: Date;
}

export function orderLineView(line: OrderLine, order: Order): OrderLineView {
  const { id, itemId, title, variantLabel, quantity, note, round, taxPerMillion, voided, seat, course } =
    line;
  const priced = (amount: number): Money => money(amount, order.currency, order.locale);
  return {
    id,
    itemId,
    title,
    variantLabel,
    quantity,
    note,
    round,
    taxPerMillion,
    voided,
    seat,
    course,
    status: lineStatusOf(line),
    allowedMoves: lineMovesFor(line, order),
    modifiers: line.modifiers,
    unitPrice: priced(line.unitPrice),
    total: priced(line.unitPrice * (quantity - voided)),
    discount: discountView(line.discount, order),
    voids: line.voids.map((one) => ({
      quantity: one.quantity,
      reason: forStaff(order, one.reason ?? null),
      byId: forStaff(order, one.byId),
      at: new Date(one.at),
    })),
  };
}
