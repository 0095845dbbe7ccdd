import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { Restaurant } from './restaurant.entity.ts';

/**
 * The transaction's restaurant as it is now: of two who change it at once, one waits for the other.
 * It waits its turn behind those who hold a role by holdStaff, and nobody who comes later goes first.
 * FOR NO KEY UPDATE, because FOR UPDATE would make orders wait that do no more than refer to it.
 */
export async function lockRestaurant(tx: Work): Promise<Restaurant> {
  const { restaurantId } = tx;
  await tx.rows(sql`
    with turn as materialized (
      select o.restaurant_id, pg_advisory_xact_lock(hashtextextended('restaurant ' || o.restaurant_id, 0))
      from (select ${restaurantId}::uuid as restaurant_id) o
    )
    select 1 from turn join restaurant r on r.id = turn.restaurant_id
    where turn.restaurant_id = ${restaurantId} for no key update of r`);
  return tx.em.findOneOrFail(Restaurant, { id: restaurantId }, { refresh: true });
}
