import { acrossRestaurants } from '../database/across-restaurants.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';
import { findOrder } from './find-orders.ts';
import type { Order } from './order.entity.ts';
import { activeStatuses } from './order-status.ts';

export interface Tracked {
  readonly order: Order;
  readonly restaurant: string;
}

const dayMs = 24 * 3_600_000;

/** The order that a code is of, until a day after it was over. Null: there is none. */
export async function findTracked(ctx: Context, code: string): Promise<Tracked | null> {
  if (!codeForm.test(code)) return null;
  const since = new Date(ctx.now().getTime() - dayMs);
  const { em } = ctx;
  const [found] = await acrossRestaurants<{ restaurantId: string; id: string; restaurant: string }>(
    em,
    sql`
    select o.restaurant_id as "restaurantId", o.id, r.title as restaurant
    from orders o join restaurant r on r.id = o.restaurant_id
    where o.tracking_code = ${code} and (o.status = any (${[...activeStatuses]}::text[]) or coalesce(o.ended_at, o.updated_at) > ${since})`,
  );
  if (!found) return null;
  const { restaurantId, id, restaurant } = found;
  return { order: await findOrder(scoped(em, restaurantId), id), restaurant };
}

const codeForm = /^[\w-]{22}$/;
