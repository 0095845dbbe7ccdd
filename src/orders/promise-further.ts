import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { Preparation } from '../restaurants/preparation.ts';
import type { Order } from './order.entity.ts';
import { promisesByQueue } from './promises-by-queue.ts';
import { waitingStatuses } from './waiting-statuses.ts';

/**
 * What is added to an order is made from now on, behind what waits already: the order is promised for that, unless it was promised for
 * later. What it was promised for first stays known. Of an order that is ready nothing is promised.
 */
export async function promiseFurther(
  tx: Work,
  { id, wishedAt }: Pick<Order, 'id' | 'wishedAt'>,
  known: Preparation | null,
): Promise<void> {
  if (known?.median == null) return;
  const { restaurantId, now } = tx;
  const promises = promisesByQueue(known, { now, wishedAt });
  const moments = JSON.stringify(promises.map((at) => at?.getTime()));
  await tx.rows(sql`
    with queue as (
      select count(*)::int as ahead from orders o
      where o.restaurant_id = ${restaurantId} and o.id <> ${id} and o.status = any (${[...waitingStatuses]}::text[])
        and (coalesce(o.wished_at, o.placed_at) <= ${wishedAt ?? now} or o.status = 'PREPARING')
        and coalesce(o.wished_at, o.placed_at) > ${wishedAt ?? now}::timestamptz - interval '4 hours'
    ), promise as (
      select to_timestamp((${moments}::jsonb ->> least(ahead, ${promises.length - 1}::int))::float8 / 1000) as at from queue
    )
    update orders o set promised_at = greatest(o.promised_at, promise.at), first_promised_at = coalesce(o.first_promised_at, promise.at)
    from promise
    where o.restaurant_id = ${restaurantId} and o.id = ${id} and o.status = any (${[...waitingStatuses]}::text[])`);
}
