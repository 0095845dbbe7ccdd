import { type Sql, sql } from '../database/sql.ts';

/** Deletes sessions that expired or were ended more than a day ago. */
export function oldSessions(most: number): Sql {
  return sql`
    delete from session where id in (
      select id from session where least(expires_at, ended_at) < now() - interval '1 day' limit ${most})
    returning 1`;
}
