import { assertPayable } from '../carts/assert-payable.ts';
import { totalsOf } from '../carts/totals.ts';
import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { findOrder } from './find-orders.ts';
import { orderBill } from './order-bill.ts';

/** Counts an order anew that this transaction has taken and changed; a further tip comes on top of the one it has. Throws CART_FULL. */
export async function recount(tx: Work, orderId: string, furtherTip = 0): Promise<void> {
  const order = await findOrder(tx, orderId);
  const totals = totalsOf({ ...orderBill(order), tip: { amount: order.tip + furtherTip } });
  const { subtotal, discounts, service, tip, tax, taxes, total } = totals;
  assertPayable(Math.max(subtotal, total));
  await tx.rows(sql`
    update orders set subtotal = ${subtotal}, discounts = ${discounts}, service = ${service}, tip = ${tip}, tax = ${tax},
      taxes = ${JSON.stringify(taxes)}::jsonb, total = ${total}
    where restaurant_id = ${tx.restaurantId} and id = ${orderId}`);
}
