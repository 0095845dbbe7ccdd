import { scoped } from '../database/scoped.ts';
import { Refusal } from '../errors.ts';
import { type Fact, transact, type Work } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import type { Context } from '../viewer.ts';
import { changesBills, orderForBilling } from './bill-access.ts';
import { findOrder } from './find-orders.ts';
import type { Order } from './order.entity.ts';
import { recount } from './recount.ts';
import { takeOrder } from './take-order.ts';

export interface BillChange {
  readonly orderId: string;
  readonly expectedVersion: number;
}

/**
 * Changes what a placed order comes to, in one transaction under its version: `work` says what happened, the sums are counted anew.
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT, or ORDER_CLOSED for one that was rejected or cancelled.
 */
export async function changeBill(
  ctx: Context,
  { orderId, expectedVersion }: BillChange,
  work: (tx: Work, order: Order) => Promise<readonly Fact[]>,
): Promise<Order> {
  const { restaurantId } = await orderForBilling(ctx, orderId);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, changesBills);
    const order = await takeOrder(tx, orderId, expectedVersion);
    if (order.status === 'REJECTED' || order.status === 'CANCELLED')
      throw new Refusal('ORDER_CLOSED', `The order is ${order.status}: nothing is to be paid.`);
    const facts = await work(tx, order);
    await recount(tx, orderId);
    await tx.tell(facts, { revise: facts.some(({ kind }) => kind.startsWith('menu.')) });
  });
  return findOrder(scoped(ctx.em, restaurantId), orderId);
}
