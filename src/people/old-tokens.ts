import { type Sql, sql } from '../database/sql.ts';

/** Deletes tokens of letters that have expired. */
export function oldTokens(most: number): Sql {
  return sql`
    delete from account_token where secret_hash in (
      select secret_hash from account_token where expires_at < now() limit ${most})
    returning 1`;
}
