import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';

/** Revokes the keys that somebody has made here, and answers with what happened, for the caller to tell. */
export async function revokeKeysOf({ restaurantId, rows }: Work, personId: string): Promise<Fact[]> {
  const revoked = await rows<{ id: string }>(sql`
    update api_key set revoked_at = now()
    where restaurant_id = ${restaurantId} and created_by_id = ${personId} and revoked_at is null
    returning id`);
  return revoked.map(({ id }) => ({ kind: 'key.revoked', subject: id }));
}
