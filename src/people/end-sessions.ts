import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';

/** Which of them: one, all but one, or all but so many that were begun last. */
export interface Which {
  readonly id?: string;
  readonly not?: string;
  readonly butLast?: number;
}

/** Ends a person's sessions and answers with what happened, for the caller to tell: sockets close by it. */
export async function endSessions(
  tx: Work,
  personId: string,
  { id, not, butLast }: Which = {},
): Promise<Fact[]> {
  const ended = await personal<{ id: string }>(
    tx.em,
    sql`
    update session set ended_at = now() where id in (
      select id from session where person_id = ${personId} and ended_at is null
        and id = coalesce(${id ?? null}::uuid, id) and id is distinct from ${not ?? null}::uuid
      order by id desc offset ${butLast ?? 0}::int)
    returning id`,
  );
  return ended.map((session) => ({ kind: 'session.ended', subject: session.id }));
}
