import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';

/**
 * Who may what at a restaurant, held until the transaction ends: whoever changes it locks the restaurant, so they wait or have been
 * first. Those who hold it do not wait for each other. What was looked up before has to be asked again after it.
 * First its turn, then its row: rows are shared on past whoever waits to change them, for as long as anybody shares; turns are not.
 */
export async function holdStaff({ restaurantId, rows }: Work): Promise<void> {
  await rows(sql`
    with turn as materialized (
      select o.restaurant_id, pg_advisory_xact_lock_shared(hashtextextended('restaurant ' || o.restaurant_id, 0))
      from (select ${restaurantId}::uuid as restaurant_id) o
    )
    select 1 from turn join restaurant r on r.id = turn.restaurant_id
    where turn.restaurant_id = ${restaurantId} for share of r`);
}
