import { joinSql } from './join-sql.ts';
import type { Sql } from './sql.ts';

/** One condition out of several; false stands for one that nobody has set. */
export function allOf(conditions: readonly (Sql | false)[]): Sql {
  return joinSql(
    conditions.filter((one) => one !== false),
    ' and ',
  );
}
