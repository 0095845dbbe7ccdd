import { joinSql } from '../database/join-sql.ts';
import { type Sql, sql } from '../database/sql.ts';
import type { Part } from '../keyset.ts';
import { listedItems } from './listed-items.ts';

/** Reads the ids and keys of a part of a list of items. */
export function itemsPart(where: Sql, { keys, beyond, orderBy, limit }: Part): Sql {
  const rest = [listedItems, where, sql`and`, beyond, sql`order by`, orderBy, sql`limit ${limit}`];
  return joinSql([sql`select i.id,`, keys, sql`as keys`, ...rest], ' ');
}
