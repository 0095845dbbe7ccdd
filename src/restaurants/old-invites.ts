import { type Sql, sql } from '../database/sql.ts';

/** Deletes invites that were good until 30 days ago, whatever became of them: they hold addresses. */
export function oldInvites(most: number): Sql {
  return sql`
    delete from invite where id in (
      select id from invite where expires_at < now() - interval '30 days' limit ${most})
    returning 1`;
}
