import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Page } from '../page.ts';
import { assertAdmin } from '../people/platform-access.ts';
import type { Context } from '../viewer.ts';
import { listOrders, type OrderQuery } from './list-orders.ts';
import type { Order } from './order.entity.ts';

/** Orders of every restaurant, or of one, for admins of the platform. */
export async function listAllOrders(
  ctx: Context,
  restaurantId: string | null,
  query: OrderQuery,
): Promise<Page<Order>> {
  assertAdmin(ctx);
  if (!restaurantId) assertNarrow(query);
  else ctx.audit?.about(restaurantId, true);
  const within = restaurantId ? sql`o.restaurant_id = ${restaurantId}` : sql`true`;
  return listOrders(ctx.em, restaurantId, within, query);
}

/** No index has these for all restaurants: every order there ever was would be looked through. */
function assertNarrow({ filter, orderBy }: OrderQuery): void {
  const { placedFrom, text, number, businessDay } = filter;
  const wide = text ?? number ?? businessDay ?? orderBy[0] ?? null;
  if (wide === null || placedFrom != null) return;
  throw new Refusal(
    'BAD_USER_INPUT',
    'Say a restaurantId or placedFrom too, for text, number, businessDay or orderBy.',
  );
}
