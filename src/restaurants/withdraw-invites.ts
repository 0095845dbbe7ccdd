import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';
import type { Role } from './role.ts';

/**
 * Takes back what somebody has offered others here and what was offered to them, and answers with what happened, for the caller
 * to tell. Offers of the roles that they go on managing stay.
 */
export async function withdrawInvites(
  tx: Work,
  personId: string,
  still: readonly Role[] = [],
): Promise<Fact[]> {
  const withdrawn = await tx.rows<{ id: string }>(sql`
    update invite set revoked_at = now()
    where restaurant_id = ${tx.restaurantId} and accepted_at is null and revoked_at is null
      and (email_key = (select email_key from person where id = ${personId})
        or invited_by_id = ${personId} and not (role = any(${[...still]}::text[])))
    returning id`);
  return withdrawn.map(({ id }) => ({ kind: 'invite.revoked', subject: id }));
}
