import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { Countable } from './countables.ts';

/** Something on the menu that is counted down or 86ed. */
export interface StockEntry {
  readonly noun: Countable;
  readonly id: string;
  /** A variant's with its item's: "Margherita (Large)". */
  readonly title: string;
  /** Null: it is not counted. */
  readonly remaining: number | null;
  /** By hand, now. */
  readonly eightySixed: boolean;
  /** When what was 86ed by hand is back by itself. */
  readonly backAt: Date | null;
}

/** How many are left of what is counted, and what is 86ed by hand; for whoever cooks or serves. Throws NOT_FOUND or FORBIDDEN. */
export async function findStock(ctx: Context, restaurantId: string): Promise<StockEntry[]> {
  await assertRole(ctx, restaurantId, seesWholeMenu);
  const now = ctx.now();
  const found = await scoped(ctx.em, restaurantId).rows<
    Omit<StockEntry, 'backAt'> & { backAt: Date | string | null }
  >(sql`
    with entry as (
      select 'item' as noun, restaurant_id, id, title, sold_out, sold_out_until, archived_at from menu_item
      union all select 'variant', v.restaurant_id, v.id, i.title || ' (' || v.label || ')', v.sold_out, v.sold_out_until,
        coalesce(v.archived_at, i.archived_at)
        from menu_variant v join menu_item i on i.restaurant_id = v.restaurant_id and i.id = v.item_id
      union all select 'modifier', m.restaurant_id, m.id, m.title, m.sold_out, m.sold_out_until, coalesce(m.archived_at, g.archived_at)
        from modifier m join modifier_group g on g.restaurant_id = m.restaurant_id and g.id = m.group_id
    )
    select e.noun, e.id, e.title, s.remaining, off.off as "eightySixed", case when off.off then e.sold_out_until end as "backAt"
    from entry e
    cross join lateral (select e.sold_out and coalesce(e.sold_out_until, 'infinity') > ${now} as off) off
    left join stock s on s.restaurant_id = e.restaurant_id and s.id = e.id
    where e.restaurant_id = ${restaurantId} and e.archived_at is null and (s.id is not null or off.off)
    order by e.title, e.id`);
  return found.map(({ backAt, ...entry }) => ({ ...entry, backAt: backAt ? new Date(backAt) : null }));
}
