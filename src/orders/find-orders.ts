import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';
import type { OrderStatus } from './order-status.ts';

/**
 * One order of the scope's restaurant with its lines, in one statement: every live event reads one.
 * The lines are frozen facts without rules of their own, so they stay plain rows.
 */
export async function findOrder(scope: Scope, id: string): Promise<Order> {
  const row = await scope.row<{ lines: OrderLine[] }>(sql`
    select o.*, coalesce((
        select json_agg(json_build_object('id', l.id, 'restaurantId', l.restaurant_id, 'orderId', l.order_id, 'position', l.position,
          'itemId', l.item_id, 'title', l.title, 'variantId', l.variant_id, 'variantLabel', l.variant_label,
          'quantity', l.quantity, 'unitPrice', l.unit_price, 'note', l.note, 'modifiers', l.modifiers, 'round', l.round, 'seat', l.seat,
          'status', l.status, 'course', l.course, 'station', l.station,
          'taxPerMillion', l.tax_per_million, 'discount', l.discount, 'voided', l.voided, 'voids', l.voids, 'takes', l.takes) order by l.position)
        from order_line l where l.restaurant_id = o.restaurant_id and l.order_id = o.id
      ), '[]') as lines
    from orders o where o.restaurant_id = ${scope.restaurantId} and o.id = ${id}`);
  if (!row) throw notFound();
  const { lines, ...columns } = row;
  return Object.assign(scope.em.map(Order, columns), { lines });
}

/** Every order in one of these, oldest first. */
export async function findOrdersIn({ em }: Scope, statuses: readonly OrderStatus[]): Promise<Order[]> {
  const orders = await em.find(
    Order,
    { status: { $in: [...statuses] } },
    { orderBy: { businessDay: 'asc', number: 'asc' } },
  );
  await loadLines(em, orders);
  return orders;
}
