import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { eraseDetails } from './erase-details.ts';

/**
 * An order that is over leaves a customer who was erased while it was under way, and what they wrote to the kitchen. The order's row
 * is locked already, so whoever is being erased has either seen that it is over, or is seen here as erased.
 */
export async function leaveErased(tx: Work, orderId: string): Promise<void> {
  const { restaurantId } = tx;
  const own = sql`
    select o.restaurant_id, o.id from orders o join person p on p.id = o.person_id
    where o.restaurant_id = ${restaurantId} and o.id = ${orderId} and p.erased_at is not null`;
  await tx.rows(eraseDetails(own, { whose: true }));
}
