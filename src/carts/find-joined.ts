import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Context, VisitClaim } from '../viewer.ts';
import type { OwnCart } from './cart-access.ts';

/** The cart that a guest whose visit goes on fills together with others, if any. */
export async function findJoined(
  { em }: Context,
  { id, restaurantId }: VisitClaim,
): Promise<OwnCart | undefined> {
  return scoped(em, restaurantId).row<OwnCart>(sql`
    select c.id, c.restaurant_id as "restaurantId", c.owner_key as "ownerKey", c.person_id as "personId", m.visit_id as "visitId",
      c.table_id as "tableId", c.version, m.number as member
    from cart_member m join cart c on c.restaurant_id = m.restaurant_id and c.id = m.cart_id
    where m.restaurant_id = ${restaurantId} and m.visit_id = ${id} and m.left_at is null
    order by m.joined_at desc limit 1`);
}
