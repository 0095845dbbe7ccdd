import { randomUUIDv7 } from 'node:crypto';
import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { type MenuTable, menuTables } from './menu-tables.ts';
import type { ImportPlan, PlannedRow, PlannedTable } from './plan-import.ts';

/** Writes what an import plans: at most three statements a table, however long the menu. */
export async function applyImport(tx: Work, { tables, offers }: ImportPlan, archivedAt: Date): Promise<void> {
  for (const noun of ['category', 'item', 'variant', 'modifierGroup', 'modifier'] as const) {
    await writeTable(tx, menuTables[noun], tables[noun], archivedAt);
  }
  const { restaurantId } = tx;
  if (offers.of.length === 0) return;
  await tx.rows(sql`
    delete from item_modifier_group where restaurant_id = ${restaurantId} and item_id = any(${offers.of}::uuid[])`);
  const rows = offers.rows.map((row, index) => ({ ...row, id: randomUUIDv7(), position: index + 1 }));
  await tx.rows(sql`
    insert into item_modifier_group (id, restaurant_id, item_id, group_id, position, min, max)
    select n.id, own.restaurant_id, n."itemId", n."groupId", n.position, n.min, n.max
    from (select ${restaurantId}::uuid as restaurant_id) own,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "itemId" uuid, "groupId" uuid, position int, min int, max int)
    where own.restaurant_id = ${restaurantId}`);
}

async function writeTable(
  tx: Work,
  table: MenuTable,
  { created, changed, archived }: PlannedTable,
  archivedAt: Date,
): Promise<void> {
  const ids = archived.map(({ id }) => id);
  if (ids.length > 0) await archive(tx, table, ids, archivedAt);
  if (created.length > 0) await insert(tx, table, created);
  const rows = changed.map(({ row }) => row);
  if (rows.length > 0) await update(tx, table, rows);
}

async function insert(
  tx: Work,
  { table, columns, fresh }: MenuTable,
  rows: readonly PlannedRow[],
): Promise<void> {
  const names = Object.keys(columns);
  await tx.rows({
    text: `insert into ${table} (id, restaurant_id, ref, ${[...names, ...Object.keys(fresh)].join(', ')})
      select n.id, own.restaurant_id, n.ref, ${[...names.map((name) => `n.${name}`), ...Object.values(fresh)].join(', ')}
      from (select $1::uuid as restaurant_id) own, ${recordset(columns)} where own.restaurant_id = $1`,
    values: [tx.restaurantId, JSON.stringify(rows)],
  });
}

async function update(tx: Work, { table, columns }: MenuTable, rows: readonly PlannedRow[]): Promise<void> {
  const names = Object.keys(columns);
  await tx.rows({
    text: `update ${table} t set ${names.map((name) => `${name} = n.${name}`).join(', ')}, archived_at = null
      from ${recordset(columns)} where t.restaurant_id = $1 and t.id = n.id`,
    values: [tx.restaurantId, JSON.stringify(rows)],
  });
}

async function archive(tx: Work, { table }: MenuTable, ids: readonly string[], at: Date): Promise<void> {
  await tx.rows({
    text: `update ${table} set archived_at = $3 where restaurant_id = $1 and id = any($2::uuid[])`,
    values: [tx.restaurantId, ids, at],
  });
}

/** The rows of the second value. */
function recordset(columns: MenuTable['columns']): string {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `jsonb_to_recordset($2::jsonb) as n (id uuid, ref text, ${typed.join(', ')})`;
}
