import { type Money, money } from '../money.ts';
import { type ForStaff, forStaff } from './for-staff.ts';
import type { FrozenDiscount } from './frozen-discount.ts';
import type { Order } from './order.entity.ts';

/** A discount as a client reads it: an amount, or a rate. */
export interface DiscountView {
  readonly amount: Money | null;
  readonly perMillion: number | null;
  readonly reason: ForStaff<string | null>;
  readonly byId: ForStaff<string | null>;
  readonly at: Date;
}

export function discountView(discount: FrozenDiscount | null, order: Order): DiscountView | null {
  if (!discount) return null;
  const { reason, byId, at } = discount;
  return {
    amount: 'amount' in discount ? money(discount.amount, order.currency, order.locale) : null,
    perMillion: 'perMillion' in discount ? discount.perMillion : null,
    reason: forStaff(order, reason ?? null),
    byId: forStaff(order, byId),
    at: new Date(at),
  };
}
