import { type Sql, sql } from '../database/sql.ts';

/** Deletes suggestions that nobody has made for so many days and that were never approved. */
export function oldSuggestions(days: number, most: number): Sql {
  return sql`
    delete from alias_suggestion where id in (
      select id from alias_suggestion
      where last_seen_at < now() - make_interval(days => ${days}) and status <> 'APPROVED' limit ${most})
    returning 1`;
}
