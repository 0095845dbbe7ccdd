import { type Sql, sql } from '../database/sql.ts';

/** Deletes accounts whose address nobody has verified for a week: their letters have long expired. */
export function oldRegistrations(most: number): Sql {
  return sql`
    delete from person where id in (
      select id from person
      where verified_at is null and erased_at is null and created_at < now() - interval '7 days' limit ${most})
    returning 1`;
}
