import { sql } from '../database/sql.ts';
import { conflict } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { findOrder } from './find-orders.ts';
import type { Order } from './order.entity.ts';

/**
 * Locks an order, raises its version and answers with it. What was personal may have been erased, and now something may be written on it
 * again: that is to be erased too. Throws CONFLICT with the current version.
 */
export async function takeOrder(tx: Work, id: string, expectedVersion: number): Promise<Order> {
  const { restaurantId } = tx;
  const taken = await tx.row(sql`
    update orders set version = version + 1, updated_at = now(), personal_erased_at = null
    where restaurant_id = ${restaurantId} and id = ${id} and version = ${expectedVersion} returning 1`);
  const order = await findOrder(tx, id);
  if (!taken) throw conflict(order.version);
  return order;
}
