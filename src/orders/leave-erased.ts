import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';

/**
 * An order that is over leaves a customer who was erased while it was under way, and what they wrote to the kitchen. The order's row
 * is locked already, so whoever is being erased has either seen that it is over, or is seen here as erased.
 */
export async function leaveErased(tx: Work, orderId: string): Promise<void> {
  const { restaurantId } = tx;
  await tx.rows(sql`
    with own as (
      update orders o set person_id = null, customer_name = null, phone = null, address = null, note = null, reason_note = null,
          delivery_failure = delivery_failure - 'note',
        personal_erased_at = now()
      from person p
      where o.restaurant_id = ${restaurantId} and o.id = ${orderId} and p.id = o.person_id and p.erased_at is not null
      returning o.id
    )
    update order_line l set note = null from own
    where l.restaurant_id = ${restaurantId} and l.order_id = own.id and l.note is not null`);
}
