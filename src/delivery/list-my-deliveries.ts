import { sql } from '../database/sql.ts';
import { listOrders, type OrderQuery } from '../orders/list-orders.ts';
import type { Order } from '../orders/order.entity.ts';
import type { Page } from '../page.ts';
import { assertRole, brings } from '../restaurants/restaurant-access.ts';
import { type Context, signedIn } from '../viewer.ts';

/** What the person asking brings or has brought for a restaurant. */
export async function listMyDeliveries(
  ctx: Context,
  restaurantId: string,
  query: OrderQuery,
): Promise<Page<Order>> {
  await assertRole(ctx, restaurantId, brings);
  const filter = { ...query.filter, courierId: signedIn(ctx) };
  return listOrders(ctx.em, restaurantId, sql`o.restaurant_id = ${restaurantId}`, { ...query, filter });
}
