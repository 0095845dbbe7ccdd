import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { MenuNoun } from './menu-nouns.ts';

export interface ArchivedEntry {
  readonly noun: MenuNoun;
  readonly id: string;
  /** A variant's label. */
  readonly title: string;
  readonly archivedAt: Date;
}

/** What was taken off the menu, the latest first; for whoever may put it back. */
export async function findArchived(ctx: Context, restaurantId: string): Promise<ArchivedEntry[]> {
  await assertRole(ctx, restaurantId, writesMenu);
  const found = await scoped(ctx.em, restaurantId).rows<
    Omit<ArchivedEntry, 'archivedAt'> & { archivedAt: string }
  >(sql`
    select noun, id, title, archived_at as "archivedAt" from (
      select 'category' as noun, restaurant_id, id, title, archived_at from menu_category
      union all select 'item', restaurant_id, id, title, archived_at from menu_item
      union all select 'variant', restaurant_id, id, label, archived_at from menu_variant
      union all select 'modifierGroup', restaurant_id, id, title, archived_at from modifier_group
      union all select 'modifier', restaurant_id, id, title, archived_at from modifier
    ) entry
    where restaurant_id = ${restaurantId} and archived_at is not null
    order by archived_at desc, id limit 500`);
  return found.map((entry) => ({ ...entry, archivedAt: new Date(entry.archivedAt) }));
}
