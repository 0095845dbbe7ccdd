import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';
import type { HouseRules } from '../viewer.ts';

/**
 * Ends the visits at a table and answers with what happened, for the caller to tell.
 * One that had ended by itself long before ended then, so that its guest does not read for another day.
 */
export async function endVisits(
  tx: Work,
  tableId: string,
  { visitIdleMinutes }: HouseRules,
): Promise<Fact[]> {
  const idle = `${visitIdleMinutes} minutes`;
  const ended = await tx.rows<{ id: string }>(sql`
    update visit set ended_at = least(now(), used_at + ${idle}::interval)
    where restaurant_id = ${tx.restaurantId} and table_id = ${tableId} and ended_at is null
    returning id`);
  return ended.map(({ id }) => ({ kind: 'visit.ended', subject: id }));
}
