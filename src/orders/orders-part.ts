import { joinSql } from '../database/join-sql.ts';
import { type Sql, sql } from '../database/sql.ts';
import type { Part } from '../keyset.ts';

/** Reads a part of a list of orders, with its keys. */
export function ordersPart(where: Sql, { keys, beyond, orderBy, limit }: Part): Sql {
  const rest = [where, sql`and`, beyond, sql`order by`, orderBy, sql`limit ${limit}`];
  return joinSql([sql`select o.*,`, keys, sql`as keys from orders o where`, ...rest], ' ');
}
