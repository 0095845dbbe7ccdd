import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { availability } from './availability.ts';
import type { Windows } from './windows.ts';

/** An item with everything that decides what a line of it costs and whether it may be ordered at a moment, as the rows say now. */
export interface Dish {
  readonly id: string;
  readonly title: string;
  /** Minor units. */
  readonly price: number;
  /** A key of the restaurant's tax classes; null: its standard rate. */
  readonly taxClass: string | null;
  /** The key of the kitchen's station that makes it. */
  readonly station: string | null;
  /** Archived, hidden, or in a hidden or archived category. */
  readonly offMenu: boolean;
  /** 86ed, or none is left. */
  readonly soldOut: boolean;
  /** Null: not counted. */
  readonly stock: number | null;
  /** Whether the moment lies in its windows and its category's. */
  readonly inWindow: boolean;
  /** When it may be ordered again, as far as is known. */
  readonly nextAvailableAt: Date | null;
  readonly variants: readonly DishVariant[];
  readonly groups: readonly DishGroup[];
}

export interface DishVariant {
  readonly id: string;
  readonly label: string;
  readonly price: number;
  readonly isDefault: boolean;
  readonly soldOut: boolean;
  readonly stock: number | null;
}

export interface DishGroup {
  readonly id: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly modifiers: readonly DishModifier[];
}

export interface DishModifier {
  readonly id: string;
  readonly title: string;
  readonly price: number;
  readonly isDefault: boolean;
  readonly maxPerLine: number;
  readonly soldOut: boolean;
  readonly stock: number | null;
}

/** One statement, however many items. */
export async function readDishes(
  scope: Scope,
  itemIds: readonly string[],
  at: Date,
): Promise<Map<string, Dish>> {
  if (itemIds.length === 0) return new Map();
  const rows = await scope.rows<DishRow>(sql`
    select i.id, i.title, i.price, i.tax_class as "taxClass", i.station, s.remaining as stock,
      i.sold_out and coalesce(i.sold_out_until, 'infinity') > ${at} or coalesce(s.remaining = 0, false) as "soldOut",
      case when i.sold_out and coalesce(s.remaining, 1) > 0 then i.sold_out_until end as "backAt",
      i.windows, c.windows as "categoryWindows", r.time_zone as "timeZone",
      i.hidden or i.archived_at is not null or c.hidden or c.archived_at is not null as "offMenu",
      coalesce((
        select json_agg(json_build_object('id', v.id, 'label', v.label, 'price', v.price, 'isDefault', v.is_default, 'stock', t.remaining,
          'soldOut', v.sold_out and coalesce(v.sold_out_until, 'infinity') > ${at} or coalesce(t.remaining = 0, false)) order by v.position, v.id)
        from menu_variant v left join stock t on t.restaurant_id = v.restaurant_id and t.id = v.id
        where v.restaurant_id = i.restaurant_id and v.item_id = i.id and v.archived_at is null
      ), '[]') as variants,
      coalesce((
        select json_agg(json_build_object('id', g.id, 'title', g.title, 'min', coalesce(o.min, g.min), 'max', coalesce(o.max, g.max),
          'modifiers', coalesce((
            select json_agg(json_build_object('id', m.id, 'title', m.title, 'price', m.price, 'isDefault', m.is_default,
              'maxPerLine', m.max_per_line, 'stock', t.remaining,
              'soldOut', m.sold_out and coalesce(m.sold_out_until, 'infinity') > ${at} or coalesce(t.remaining = 0, false)) order by m.position, m.id)
            from modifier m left join stock t on t.restaurant_id = m.restaurant_id and t.id = m.id
            where m.restaurant_id = g.restaurant_id and m.group_id = g.id and m.archived_at is null
          ), '[]')) order by o.position, o.id)
        from item_modifier_group o
        join modifier_group g on g.restaurant_id = o.restaurant_id and g.id = o.group_id and g.archived_at is null
        where o.restaurant_id = i.restaurant_id and o.item_id = i.id
      ), '[]') as groups
    from menu_item i
    join menu_category c on c.restaurant_id = i.restaurant_id and c.id = i.category_id
    join restaurant r on r.id = i.restaurant_id
    left join stock s on s.restaurant_id = i.restaurant_id and s.id = i.id
    where i.restaurant_id = ${scope.restaurantId} and i.id = any(${[...new Set(itemIds)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, dishOf(row, at)]));
}

interface DishRow extends Omit<Dish, 'inWindow' | 'nextAvailableAt'> {
  readonly backAt: string | null;
  readonly windows: Windows | null;
  readonly categoryWindows: Windows | null;
  readonly timeZone: string;
}

function dishOf({ windows, categoryWindows, timeZone, backAt, ...row }: DishRow, at: Date): Dish {
  const back = backAt === null ? null : new Date(backAt);
  const offer = { windows: [categoryWindows, windows], off: row.soldOut, backAt: back };
  const { inWindow, nextAvailableAt } = availability(offer, timeZone, at);
  return { ...row, inWindow, nextAvailableAt };
}
