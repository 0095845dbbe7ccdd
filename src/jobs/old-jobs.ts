import { type Sql, sql } from '../database/sql.ts';

/** Deletes jobs that were given up more than 30 days ago: what is sealed in them is somebody's. */
export function oldJobs(most: number): Sql {
  return sql`
    delete from job where id in (
      select id from job where dead_at < now() - interval '30 days' limit ${most})
    returning 1`;
}
