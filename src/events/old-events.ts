import { type Sql, sql } from '../database/sql.ts';

/** Deletes events older than so many days: a screen that was away longer starts from a snapshot. */
export function oldEvents(days: number, most: number): Sql {
  return sql`
    delete from event where (stream, number) in (
      select stream, number from event where at < now() - make_interval(days => ${days}) limit ${most})
    returning 1`;
}
