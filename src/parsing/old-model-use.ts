import { type Sql, sql } from '../database/sql.ts';

/** Deletes what models were asked more than 400 days ago: a year, and a month to compare it. */
export function oldModelUse(most: number): Sql {
  return sql`
    delete from model_use where ctid in (
      select ctid from model_use where hour < now() - interval '400 days' limit ${most})
    returning 1`;
}
