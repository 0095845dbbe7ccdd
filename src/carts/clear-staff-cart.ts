import { sql } from '../database/sql.ts';
import type { TableLeft } from '../restaurants/table-left.ts';
import { cartChanged } from './cart-changed.ts';

/** What staff had put together for guests of a table who have left is not ordered for those who come next. */
export const clearStaffCart: TableLeft = async ({ restaurantId, row }, tableId) => {
  const ownerKey = `staff:table:${tableId}`;
  const cleared = await row<{ id: string }>(sql`
    with held as (
      select id from cart where restaurant_id = ${restaurantId} and owner_key = ${ownerKey} for update
    ), lines as (
      delete from cart_line l using held where l.restaurant_id = ${restaurantId} and l.cart_id = held.id returning 1
    )
    update cart c set version = c.version + 1, emptied_version = c.version + 1, updated_at = now(), tip = null,
      fulfilment = null, wished_at = null, about = '{}', allergies = '[]', heard = null
    from held where c.restaurant_id = ${restaurantId} and c.id = held.id
      and (exists (select 1 from lines) or c.tip is not null or c.fulfilment is not null or c.wished_at is not null or c.allergies <> '[]')
    returning c.id`);
  return cleared ? cartChanged({ id: cleared.id, ownerKey }) : [];
};
