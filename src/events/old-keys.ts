import { type Sql, sql } from '../database/sql.ts';

/** Deletes idempotency keys whose 24 hours are over. */
export function oldKeys(most: number): Sql {
  return sql`
    delete from idempotency_key where (viewer, field, stream, key) in (
      select viewer, field, stream, key from idempotency_key
      where created_at < now() - interval '24 hours' limit ${most})
    returning 1`;
}
