import type { EntityManager } from '@mikro-orm/core';
import { Order } from './order.entity.ts';
import { OrderLine } from './order-line.entity.ts';

/** Gives orders their lines, in one statement. Unfiltered only for the viewer's own orders across restaurants. */
export async function loadLines(em: EntityManager, orders: readonly Order[], filtered = true): Promise<void> {
  if (orders.length === 0) return;
  const ids = orders.map(({ id }) => id);
  const lines = await em.find(
    OrderLine,
    { orderId: { $in: ids } },
    { orderBy: { orderId: 'asc', position: 'asc' }, ...(filtered ? {} : { filters: { tenant: false } }) },
  );
  const byOrder = Map.groupBy(lines, ({ orderId }) => orderId);
  for (const order of orders) order.lines = byOrder.get(order.id) ?? [];
}
