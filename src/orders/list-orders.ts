import type { EntityManager, FilterQuery } from '@mikro-orm/core';
import { scoped } from '../database/scoped.ts';
import { newestFirst, type Page, type PageArgs } from '../page.ts';
import { assertRole, seesOrders } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import type { OrderStatus } from './order-status.ts';

/** A restaurant's orders, newest first, for the kitchen, the floor, managers and owners. */
export async function listRestaurantOrders(
  ctx: Context,
  restaurantId: string,
  page: PageArgs,
  status: readonly OrderStatus[] | null,
): Promise<Page<Order>> {
  await assertRole(ctx, restaurantId, seesOrders);
  const { em } = scoped(ctx.em, restaurantId);
  return listOrders(em, status ? { status: { $in: [...status] } } : {}, page, true);
}

/** Orders, newest first, with their lines. `filtered` is false only for the named read across restaurants. */
export function listOrders(
  em: EntityManager,
  where: FilterQuery<Order>,
  page: PageArgs,
  filtered: boolean,
): Promise<Page<Order>> {
  const filters = filtered ? {} : { filters: { tenant: false } };
  return newestFirst(
    page,
    async ({ olderThan, newerThan, direction, limit }) => {
      const id = { ...(olderThan ? { $lt: olderThan } : {}), ...(newerThan ? { $gt: newerThan } : {}) };
      const between = olderThan || newerThan ? { id } : {};
      const orders = await em.find(
        Order,
        { $and: [where, between] },
        { orderBy: { id: direction }, limit, ...filters },
      );
      await loadLines(em, orders, filtered);
      return orders;
    },
    () => em.count(Order, where, filters),
  );
}
