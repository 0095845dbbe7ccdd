import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { MenuNoun } from './menu-nouns.ts';

/** An entry of the menu that guests also call otherwise. */
export interface AliasedEntry {
  readonly noun: MenuNoun;
  readonly id: string;
  /** A variant's label. */
  readonly title: string;
  readonly aliases: readonly string[];
}

/** Every entry that has aliases, hidden ones too, for whoever cooks, serves or runs the place. */
export async function findMenuAliases(ctx: Context, restaurantId: string): Promise<AliasedEntry[]> {
  await assertRole(ctx, restaurantId, seesWholeMenu);
  return scoped(ctx.em, restaurantId).rows<AliasedEntry>(sql`
    select noun, id, title, aliases from (
      select 'item' as noun, restaurant_id, id, title, aliases, archived_at from menu_item
      union all select 'variant', restaurant_id, id, label, aliases, archived_at from menu_variant
      union all select 'modifier', restaurant_id, id, title, aliases, archived_at from modifier
    ) entry
    where restaurant_id = ${restaurantId} and archived_at is null and aliases <> '{}' order by noun, title collate "C", id`);
}
