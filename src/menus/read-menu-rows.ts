import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { MenuNoun } from './menu-nouns.ts';
import { type MenuTable, menuTables } from './menu-tables.ts';

/** An entry of the menu as its row says, archived or not. */
export interface MenuRow {
  readonly id: string;
  readonly ref: string | null;
  readonly archived: boolean;
  /** By the columns of its table that a document says something of. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A group that an item offers. */
export interface OfferRow {
  readonly itemId: string;
  readonly groupId: string;
  readonly min: number | null;
  readonly max: number | null;
}

export interface MenuRows extends Readonly<Record<MenuNoun, readonly MenuRow[]>> {
  readonly offers: readonly OfferRow[];
}

/** Everything that a menu document is about, in the order of the menu: six statements. */
export async function readMenuRows(scope: Scope): Promise<MenuRows> {
  const { restaurantId } = scope;
  return {
    category: await readTable(scope, menuTables.category),
    item: await readTable(scope, menuTables.item),
    variant: await readTable(scope, menuTables.variant),
    modifierGroup: await readTable(scope, menuTables.modifierGroup),
    modifier: await readTable(scope, menuTables.modifier),
    offers: await scope.rows<OfferRow>(sql`
      select item_id as "itemId", group_id as "groupId", min, max from item_modifier_group
      where restaurant_id = ${restaurantId} order by position, id`),
  };
}

function readTable({ restaurantId, rows }: Scope, { table, columns }: MenuTable): Promise<MenuRow[]> {
  const values = Object.keys(columns).map((column) => `'${column}', ${column}`);
  return rows<MenuRow>({
    text: `select id, ref, archived_at is not null as archived, json_build_object(${values.join(', ')}) as values
      from ${table} where restaurant_id = $1 order by ${'position' in columns ? 'position, id' : 'id'}`,
    values: [restaurantId],
  });
}
