import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { findOrder } from '../orders/find-orders.ts';
import type { Order } from '../orders/order.entity.ts';
import { activeStatuses } from '../orders/order-status.ts';
import { takeOrder } from '../orders/take-order.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { runs } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { assertBrings, orderForAssigning } from './delivery-access.ts';

export interface Assignment {
  readonly orderId: string;
  /** Null: nobody. */
  readonly courierId: string | null;
  readonly expectedVersion: number;
}

/** Says who brings an order, in place of whoever was to. The right and the courier's role are held until it is done. Throws ORDER_CLOSED too. */
export async function assignCourier(
  ctx: Context,
  { orderId, courierId, expectedVersion }: Assignment,
): Promise<Order> {
  const { restaurantId } = await orderForAssigning(ctx, orderId);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, runs);
    if (courierId) await assertBrings(ctx, tx, courierId);
    const { fulfilment, status, courierId: from } = await takeOrder(tx, orderId, expectedVersion);
    if (fulfilment !== 'DELIVERY') throw noDelivery();
    if (!activeStatuses.includes(status)) throw new Refusal('ORDER_CLOSED', `The order is ${status}.`);
    await tx.rows(sql`
      update orders set courier_id = ${courierId} where restaurant_id = ${restaurantId} and id = ${orderId}`);
    await tx.tell([{ kind: 'order.courier-changed', subject: orderId, data: { from, to: courierId } }]);
  });
  return findOrder(scoped(ctx.em, restaurantId), orderId);
}

function noDelivery(): Refusal {
  const message = 'Nobody brings this order: it is no DELIVERY.';
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'orderId', message }] });
}
