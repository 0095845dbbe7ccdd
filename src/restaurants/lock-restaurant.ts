import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { Restaurant } from './restaurant.entity.ts';

/**
 * The transaction's restaurant as it is now: of two who change it at once, one waits for the other.
 * FOR NO KEY UPDATE, because FOR UPDATE would make orders wait that do no more than refer to it.
 */
export async function lockRestaurant(tx: Work): Promise<Restaurant> {
  const { restaurantId } = tx;
  await tx.rows(sql`
    select 1 from restaurant r join (select ${restaurantId}::uuid as restaurant_id) own on own.restaurant_id = r.id
    where own.restaurant_id = ${restaurantId} for no key update of r`);
  return tx.em.findOneOrFail(Restaurant, { id: restaurantId }, { refresh: true });
}
