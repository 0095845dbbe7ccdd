import { sql } from '../database/sql.ts';
import { conflict } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { DeliveryFailure } from './delivery-failure.ts';
import type { EndReason } from './end-reason.ts';
import { findOrder } from './find-orders.ts';
import type { LineChange } from './lines-along.ts';
import type { Order } from './order.entity.ts';
import { activeStatuses, type OrderStatus } from './order-status.ts';

export interface Advance {
  readonly to: OrderStatus;
  readonly lines: readonly LineChange[];
  readonly reason?: EndReason | null;
  readonly reasonNote?: string | null;
  /** Left out: as it was. */
  readonly failure?: DeliveryFailure | null;
}

/**
 * Locks an order that was read before, raises its version and moves it and its lines, in one statement: while the version is the same, so
 * is everything that was decided by it. Throws CONFLICT with the current version.
 */
export async function advance(tx: Work, order: Order, move: Advance): Promise<void> {
  const { restaurantId } = tx;
  const { to, lines, reason = null, reasonNote = null, failure = null } = move;
  const moved = await tx.row(sql`
    with moved as (
      update orders set status = ${to}, reason = ${reason}, reason_note = ${reasonNote}, version = version + 1, updated_at = now(),
        ended_at = case when ${!activeStatuses.includes(to)}::boolean then ${tx.now}::timestamptz end,
        ready_at = case ${to}::text when 'READY' then coalesce(ready_at, ${tx.now}::timestamptz) when 'PREPARING' then null else ready_at end,
        delivery_failure = coalesce(${failure && JSON.stringify(failure)}::jsonb, delivery_failure)
      where restaurant_id = ${restaurantId} and id = ${order.id} and version = ${order.version} returning id
    ), along as (
      update order_line l set status = n.status
      from moved, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id uuid, status text)
      where l.restaurant_id = ${restaurantId} and l.order_id = moved.id and l.id = n.id
    )
    select 1 from moved`);
  if (!moved) throw conflict((await findOrder(tx, order.id)).version);
}
