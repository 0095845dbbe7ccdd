import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';
import type { HouseRules } from '../viewer.ts';

/**
 * Ends a restaurant's visits and answers with what happened, for the caller to tell. Those that have ended by themselves stay as
 * they are: there may be years of them.
 */
export async function endAllVisits(tx: Work, { visitIdleMinutes }: HouseRules): Promise<Fact[]> {
  const idle = `${visitIdleMinutes} minutes`;
  const ended = await tx.rows<{ id: string }>(sql`
    update visit set ended_at = now()
    where restaurant_id = ${tx.restaurantId} and ended_at is null and used_at > now() - ${idle}::interval
    returning id`);
  return ended.map(({ id }) => ({ kind: 'visit.ended', subject: id }));
}
