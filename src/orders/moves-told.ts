import type { Fact } from '../events/transact.ts';
import type { Order } from './order.entity.ts';
import type { OrderStatus } from './order-status.ts';

/** An event for each step of an order's way. */
export function movesTold({ id, status }: Pick<Order, 'id' | 'status'>, way: readonly OrderStatus[]): Fact[] {
  return way.map((to, step) => ({
    kind: `order.${to.toLowerCase().replaceAll('_', '-')}`,
    subject: id,
    data: { from: way[step - 1] ?? status },
  }));
}
