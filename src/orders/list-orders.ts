import type { EntityManager } from '@mikro-orm/core';
import { acrossRestaurants } from '../database/across-restaurants.ts';
import { joinSql } from '../database/join-sql.ts';
import { scoped } from '../database/scoped.ts';
import { type Sql, sql } from '../database/sql.ts';
import { type Found, pageByKeys } from '../keyset.ts';
import type { Page, PageArgs } from '../page.ts';
import { assertRole, seesOrders } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import { type OrderFilter, orderFilter } from './order-filter.ts';
import { type OrderOrder, orderKeys } from './order-keys.ts';
import { ordersPart } from './orders-part.ts';

export interface OrderQuery {
  readonly filter: OrderFilter;
  readonly orderBy: readonly OrderOrder[];
  readonly page: PageArgs;
}

/** A restaurant's orders, for the kitchen, the floor, managers and owners. */
export async function listRestaurantOrders(
  ctx: Context,
  restaurantId: string,
  query: OrderQuery,
): Promise<Page<Order>> {
  await assertRole(ctx, restaurantId, seesOrders);
  const filter = { ...query.filter, textInNames: true };
  return listOrders(ctx.em, restaurantId, sql`o.restaurant_id = ${restaurantId}`, { ...query, filter });
}

/** Orders `o` within what the viewer may see, with their lines. `restaurantId` is null only for the named read across restaurants. */
export function listOrders(
  em: EntityManager,
  restaurantId: string | null,
  within: Sql,
  { filter, orderBy, page }: OrderQuery,
): Promise<Page<Order>> {
  const scope = restaurantId
    ? scoped(em, restaurantId)
    : { em, rows: <Row>(all: Sql) => acrossRestaurants<Row>(em, all) };
  const where = orderFilter(within, filter);
  return pageByKeys(
    orderKeys(orderBy),
    page,
    async (part) => {
      const rows = await scope.rows<{ keys: readonly unknown[] }>(ordersPart(where, part));
      const found = rows.map(({ keys, ...columns }) => ({ keys, node: scope.em.map(Order, columns) }));
      await loadLines(
        scope.em,
        found.map(({ node }) => node),
        restaurantId !== null,
      );
      return found satisfies Found<Order>[];
    },
    async () => {
      const count = joinSql([sql`select count(*)::int as count from orders o where`, where], ' ');
      return (await scope.rows<{ count: number }>(count))[0]!.count;
    },
  );
}
