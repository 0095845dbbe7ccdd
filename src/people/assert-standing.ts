import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';

export interface Standing {
  readonly admin: boolean;
  readonly secondFactor: boolean;
}

/** What a session's person is now. Throws UNAUTHENTICATED when the session has ended or the person is suspended or gone. */
export async function assertStanding(em: EntityManager, sessionId: string): Promise<Standing> {
  const [standing] = await personal<Standing>(
    em,
    sql`
    select p.admin, f.person_id is not null as "secondFactor" from session s join person p on p.id = s.person_id
      left join second_factor f on f.person_id = p.id and f.confirmed_at is not null
    where s.id = ${sessionId} and s.ended_at is null and s.expires_at > now() and p.suspended_at is null
      and p.erased_at is null`,
  );
  if (!standing) throw new Refusal('UNAUTHENTICATED', 'The session has ended: sign in again.');
  return standing;
}
