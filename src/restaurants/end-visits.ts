import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';

/** Ends the visits at a table and answers with what happened, for the caller to tell. */
export async function endVisits(tx: Work, tableId: string): Promise<Fact[]> {
  const ended = await tx.rows<{ id: string }>(sql`
    update visit set ended_at = now()
    where restaurant_id = ${tx.restaurantId} and table_id = ${tableId} and ended_at is null
    returning id`);
  return ended.map(({ id }) => ({ kind: 'visit.ended', subject: id }));
}
