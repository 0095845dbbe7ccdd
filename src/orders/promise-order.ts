import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import type { Context } from '../viewer.ts';
import { findOrder } from './find-orders.ts';
import type { Order } from './order.entity.ts';
import { orderForPromising } from './order-for-promising.ts';
import { promises } from './promise-access.ts';
import { takeOrder } from './take-order.ts';
import { waitingStatuses } from './waiting-statuses.ts';

export interface Promising {
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly promisedAt: Date;
}

const farthestMs = 24 * 3_600_000;

/** Promises an order that is not ready for another time. What it was promised for first stays known: promises are judged by that. */
export async function promiseOrder(
  ctx: Context,
  { orderId, expectedVersion, promisedAt }: Promising,
): Promise<Order> {
  const { restaurantId, wishedAt } = await orderForPromising(ctx, orderId);
  assertWithinReason(promisedAt, wishedAt, ctx.now());
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, promises);
    const { status, promisedAt: before } = await takeOrder(tx, orderId, expectedVersion);
    if (!waitingStatuses.includes(status)) throw new Refusal('ORDER_CLOSED', `The order is ${status}.`);
    await tx.rows(sql`
      update orders set promised_at = ${promisedAt}, first_promised_at = coalesce(first_promised_at, ${promisedAt})
      where restaurant_id = ${restaurantId} and id = ${orderId}`);
    const data = { from: before?.toISOString() ?? null, to: promisedAt.toISOString() };
    await tx.tell([{ kind: 'order.promised', subject: orderId, data }]);
  });
  return findOrder(scoped(ctx.em, restaurantId), orderId);
}

function assertWithinReason(promisedAt: Date, wishedAt: Date | null, now: Date): void {
  const last = Math.max(now.getTime(), wishedAt?.getTime() ?? 0) + farthestMs;
  if (promisedAt > now && promisedAt.getTime() <= last) return;
  const message = 'It must be in the future, within 24 hours, or within 24 hours after it is wanted.';
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'promisedAt', message }] });
}
