import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { conflict, Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import { type Context, visitAt } from '../viewer.ts';
import { allowedMoves } from './allowed-moves.ts';
import { byVisitAlone } from './by-visit-alone.ts';
import type { DeliveryFailure } from './delivery-failure.ts';
import { findOrder } from './find-orders.ts';
import { leaveErased } from './leave-erased.ts';
import type { Order } from './order.entity.ts';
import { moversOf, orderForReading } from './order-access.ts';
import { activeStatuses, type OrderStatus } from './order-status.ts';

export interface OrderMoveRequest {
  readonly orderId: string;
  readonly to: OrderStatus;
  readonly expectedVersion: number;
}

/** Moves an order along the published table; back from its way with why. Of two moves with one version one wins, the other gets CONFLICT. */
export async function moveOrder(
  ctx: Context,
  { orderId, to, expectedVersion }: OrderMoveRequest,
  failure: DeliveryFailure | null = null,
): Promise<Order> {
  const order = await orderForReading(ctx, orderId);
  const { restaurantId } = order;
  const movers = await moversOf(ctx, order);
  const visit = visitAt(ctx, restaurantId);
  if (visit && byVisitAlone(ctx.viewer, order, movers)) await assertVisitGoesOn(ctx, visit);
  if (order.version !== expectedVersion) throw conflict(order.version);
  if (!allowedMoves(order, movers).includes(to)) {
    throw new Refusal('ILLEGAL_MOVE', `This order may not go from ${order.status} to ${to}.`);
  }
  if (to === 'RETURNED' && !failure)
    throw new Refusal('ILLEGAL_MOVE', 'What comes back says why: call failDelivery.');
  await transact(ctx, restaurantId, async (tx) => {
    const moved = await tx.row(sql`
      update orders set status = ${to}, delivery_failure = coalesce(${failure && JSON.stringify(failure)}::jsonb, delivery_failure), version = version + 1, updated_at = now()
      where restaurant_id = ${restaurantId} and id = ${orderId} and version = ${expectedVersion} returning 1`);
    if (!moved) throw conflict((await findOrder(tx, orderId)).version);
    if (!activeStatuses.includes(to)) await leaveErased(tx, orderId);
    await tx.tell([
      {
        kind: `order.${to.toLowerCase().replaceAll('_', '-')}`,
        subject: orderId,
        data: { from: order.status },
      },
    ]);
  });
  return findOrder(scoped(ctx.em, restaurantId), orderId);
}
