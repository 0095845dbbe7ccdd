import type { CartForPlacing } from '../carts/cart-for-placing.ts';
import type { StatedAllergy } from '../carts/stated-allergy.ts';
import { totalsOf } from '../carts/totals.ts';
import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { FrozenDiscount } from './frozen-discount.ts';
import type { Order } from './order.entity.ts';
import { orderBill } from './order-bill.ts';

/** What a further round brings along beside its lines. */
export interface Widening extends Pick<CartForPlacing, 'party'> {
  readonly allergies: readonly StatedAllergy[];
}

/**
 * Makes an order that this transaction has taken fit for a further round, before its lines are written: it is the order of all who
 * filled the cart, their allergies stand on it, and a rate that was taken off the whole stays what it is worth of the rounds before.
 */
export async function widenOrder(tx: Work, order: Order, { party, allergies }: Widening): Promise<void> {
  const rate = order.discount !== null && 'perMillion' in order.discount;
  if (!rate && party === null && allergies.length === 0) return;
  const all = party && [...new Set([...(order.party ?? []), order.visitId, ...party])].filter(Boolean);
  const discount = rate ? heldDiscount(order, order.discount!) : order.discount;
  await tx.rows(sql`
    update orders set party = coalesce(${all}::uuid[], party), allergies = allergies || ${JSON.stringify(allergies)}::jsonb,
      discount = ${discount && JSON.stringify(discount)}::jsonb
    where restaurant_id = ${tx.restaurantId} and id = ${order.id}`);
}

function heldDiscount(order: Order, { reason, byId, at }: FrozenDiscount): FrozenDiscount {
  const bill = orderBill(order);
  const amount = totalsOf(bill).discounts - totalsOf({ ...bill, discount: null }).discounts;
  return { amount, ...(reason === undefined ? {} : { reason }), byId, at };
}
