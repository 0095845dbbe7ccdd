import { type Sql, sql } from '../database/sql.ts';
import { activeStatuses } from './order-status.ts';

/**
 * Erases name, phone, address and notes of orders that have been over for so many days; what was ordered, and for how much, are
 * the restaurant's books and stay. One under way keeps them, however old it is.
 */
export function oldOrderDetails(days: number, most: number): Sql {
  return sql`
    with over as (
      select restaurant_id, id from orders
      where personal_erased_at is null and updated_at < now() - make_interval(days => ${days})
        and status <> all (${[...activeStatuses]}::text[])
      limit ${most} for no key update skip locked
    ), silent as (
      update order_line l set note = null from over
      where l.restaurant_id = over.restaurant_id and l.order_id = over.id and l.note is not null
    )
    update orders o set customer_name = null, phone = null, address = null, note = null, reason_note = null,
      delivery_failure = delivery_failure - 'note', personal_erased_at = now() from over
    where o.restaurant_id = over.restaurant_id and o.id = over.id
    returning 1`;
}
