import { type Sql, sql } from '../database/sql.ts';
import { eraseDetails } from './erase-details.ts';
import { activeStatuses } from './order-status.ts';

/**
 * Erases what is personal of orders that have been over for so many days: what was ordered, and for how much, are the restaurant's
 * books and stay. One under way keeps it, however old it is.
 */
export function oldOrderDetails(days: number, most: number): Sql {
  const over = sql`
    select restaurant_id, id from orders
    where personal_erased_at is null and coalesce(ended_at, updated_at) < now() - make_interval(days => ${days})
      and status <> all (${[...activeStatuses]}::text[])
    limit ${most} for no key update skip locked`;
  return eraseDetails(over, { whose: false });
}
