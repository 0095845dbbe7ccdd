import type { Bill } from '../carts/totals.ts';
import type { Order } from './order.entity.ts';

/** An order's bill as it stands: without what is void, at the rates of when it was ordered. */
export function orderBill({ lines, taxIncluded, discount, servicePerMillion, tip }: Order): Bill {
  return {
    lines: lines.map((line) => ({
      amount: line.unitPrice * (line.quantity - line.voided),
      taxPerMillion: line.taxPerMillion,
      discount: line.discount,
    })),
    taxIncluded,
    discount,
    servicePerMillion,
    tip: { amount: tip },
  };
}
