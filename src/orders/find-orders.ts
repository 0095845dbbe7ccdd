import type { Scope } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import { activeStatuses } from './order-status.ts';

/** One order of the scope's restaurant with its lines. */
export async function findOrder({ em }: Scope, id: string): Promise<Order> {
  const order = await em.findOne(Order, { id });
  if (!order) throw notFound();
  await loadLines(em, [order]);
  return order;
}

/** What is on the kitchen's board now, oldest first. */
export async function findActiveOrders({ em }: Scope): Promise<Order[]> {
  const orders = await em.find(
    Order,
    { status: { $in: [...activeStatuses] } },
    { orderBy: { businessDay: 'asc', number: 'asc' } },
  );
  await loadLines(em, orders);
  return orders;
}
