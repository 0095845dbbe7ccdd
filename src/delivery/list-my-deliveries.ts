import { sql } from '../database/sql.ts';
import { listOrders } from '../orders/list-orders.ts';
import type { Order } from '../orders/order.entity.ts';
import type { OrderStatus } from '../orders/order-status.ts';
import type { Page, PageArgs } from '../page.ts';
import { assertRole, brings } from '../restaurants/restaurant-access.ts';
import { type Context, signedIn } from '../viewer.ts';

/** What the person asking brings or has brought for a restaurant, newest first. */
export async function listMyDeliveries(
  ctx: Context,
  restaurantId: string,
  page: PageArgs,
  status: readonly OrderStatus[] | null,
): Promise<Page<Order>> {
  await assertRole(ctx, restaurantId, brings);
  const filter = { status, courierId: signedIn(ctx) };
  return listOrders(ctx.em, restaurantId, sql`o.restaurant_id = ${restaurantId}`, {
    filter,
    orderBy: [],
    page,
  });
}
