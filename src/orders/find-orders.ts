import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import { OrderLine } from './order-line.entity.ts';
import { activeStatuses } from './order-status.ts';

/** One order of the scope's restaurant with its lines, in one statement: every live event reads one. */
export async function findOrder(scope: Scope, id: string): Promise<Order> {
  const row = await scope.row<{ lines: object[] }>(sql`
    select o.*, coalesce((
        select json_agg(l order by l.position) from order_line l where l.restaurant_id = o.restaurant_id and l.order_id = o.id
      ), '[]') as lines
    from orders o where o.restaurant_id = ${scope.restaurantId} and o.id = ${id}`);
  if (!row) throw notFound();
  const { em } = scope;
  const { lines, ...columns } = row;
  const order = em.map(Order, columns);
  order.lines = lines.map((line) => em.map(OrderLine, line));
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
