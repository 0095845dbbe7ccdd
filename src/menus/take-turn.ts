import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';

/**
 * Who writes a restaurant's menu waits for whoever does so already, and finds what they have made. Each takes the rows of several
 * entries, and triggers take those of their items: in no order that two would keep to.
 */
export async function takeTurn(tx: Work): Promise<void> {
  await tx.rows(sql`
    select pg_advisory_xact_lock(hashtextextended('menu ' || own.restaurant_id, 0))
    from (select ${tx.restaurantId}::uuid as restaurant_id) own where own.restaurant_id = ${tx.restaurantId}`);
}
