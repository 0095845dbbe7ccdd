import type { Order } from './order.entity.ts';

/**
 * What belongs to no course, or to the first, is fired when its order is accepted; with an order for later, when somebody begins to
 * prepare it. Later courses wait until somebody fires them.
 */
export function firesAtOnce(
  course: number | null,
  { status, wishedAt }: Pick<Order, 'status' | 'wishedAt'>,
): boolean {
  if (course !== null && course > 1) return false;
  return status === 'PREPARING' || (status === 'ACCEPTED' && wishedAt === null);
}
