import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';

/**
 * Guests find the restaurant, and by its code the table, until this transaction ends: whoever closes either waits, and then ends
 * what has begun here. Guests do not wait for each other. Throws NOT_FOUND.
 */
export async function holdOpen(tx: Work, tableCode: string | null): Promise<void> {
  const { restaurantId } = tx;
  const open = await tx.row(
    tableCode === null
      ? sql`
        select 1 from restaurant r join (select ${restaurantId}::uuid as restaurant_id) own on own.restaurant_id = r.id
        where own.restaurant_id = ${restaurantId} and r.archived_at is null and r.suspended_at is null for share of r`
      : sql`
        select 1 from restaurant r join restaurant_table t on t.restaurant_id = r.id
        where t.restaurant_id = ${restaurantId} and t.code = ${tableCode} and t.archived_at is null
          and r.archived_at is null and r.suspended_at is null for share`,
  );
  if (!open) throw notFound();
}
