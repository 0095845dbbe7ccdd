import { allOf } from '../database/all-of.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { keysOf, type Sortable } from '../keys-of.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import type { Context } from '../viewer.ts';
import { assertRole, runs, worksHere } from './restaurant-access.ts';
import { Table } from './table.entity.ts';

export interface TableFilter {
  /** Those in use unless true. */
  readonly archived?: boolean | null;
  /** In the name. */
  readonly text?: string | null;
}

/** Every number in a name counts as ten digits: so Table 2 comes before Table 10. */
const byNumber = `regexp_replace(regexp_replace(folded(t.name), '(\\d+)', '0000000000\\1', 'g'), '\\d*(\\d{10})', '\\1', 'g')`;

const columns = {
  NAME: [[`${byNumber} collate "C"`, 'text']],
  CREATED_AT: [['t.created_at', 'timestamptz']],
} as const satisfies Sortable;

export type TableSort = keyof typeof columns;

export interface TableQuery {
  readonly filter: TableFilter;
  readonly orderBy: readonly { readonly by: TableSort; readonly descending: boolean }[];
  readonly page: PageArgs;
}

/** A restaurant's tables, for whoever works there, or those it has archived, for managers and owners; in the order they were made. */
export async function listTables(
  ctx: Context,
  restaurantId: string,
  { filter: { archived, text }, orderBy, page }: TableQuery,
): Promise<Page<Table>> {
  await assertRole(ctx, restaurantId, archived ? runs : worksHere);
  const scope = scoped(ctx.em, restaurantId);
  return listByKeys<object, Table>(
    keysOf(columns, orderBy, { column: 't.id', type: 'uuid', descending: false }),
    page,
    {
      what: sql`t.*`,
      from: sql`restaurant_table t`,
      where: allOf([
        sql`t.restaurant_id = ${restaurantId}`,
        archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`,
        text != null && sql`strpos(folded(t.name), folded(${text})) > 0`,
      ]),
      run: scope.rows,
      node: (row) => scope.em.map(Table, row),
    },
  );
}
