import { joinSql } from './database/join-sql.ts';
import { type Sql, sql } from './database/sql.ts';
import { type Key, pageByKeys } from './keyset.ts';
import type { Page, PageArgs } from './page.ts';

export interface Listing<Row, Node> {
  /** `p.*` */
  readonly what: Sql;
  /** `person p` */
  readonly from: Sql;
  readonly where: Sql;
  /** The scope's way to the database, or that of whatever keeps the table. */
  readonly run: <Found>(statement: Sql) => Promise<Found[]>;
  readonly node: (row: Row) => Node;
}

/** A page of the rows of a table in the order of several keys, one statement; counting is another. */
export function listByKeys<Row, Node>(
  keys: readonly Key[],
  page: PageArgs,
  { what, from, where, run, node }: Listing<Row, Node>,
): Promise<Page<Node>> {
  const source = joinSql([sql`from`, from, sql`where`, where], ' ');
  return pageByKeys(
    keys,
    page,
    async (part) => {
      const columns = joinSql([what, joinSql([part.keys, sql`as keys`], ' ')], ', ');
      const end = [sql`and`, part.beyond, sql`order by`, part.orderBy, sql`limit ${part.limit}`];
      const found = await run<Keyed<Row>>(joinSql([sql`select`, columns, source, ...end], ' '));
      return found.map(({ keys: own, ...row }) => ({ keys: own, node: node(row as Row) }));
    },
    async () =>
      (await run<{ count: number }>(joinSql([sql`select count(*)::int as count`, source], ' ')))[0]!.count,
  );
}

type Keyed<Row> = Row & { readonly keys: readonly unknown[] };
