import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';

/** An item with everything that decides what a line of it costs and whether it may be ordered, as the rows say now. */
export interface Dish {
  readonly id: string;
  readonly title: string;
  /** Minor units. */
  readonly price: number;
  /** A key of the restaurant's tax classes; null: its standard rate. */
  readonly taxClass: string | null;
  /** Archived, hidden, or in a hidden or archived category. */
  readonly offMenu: boolean;
  readonly soldOut: boolean;
  /** Null: not counted. */
  readonly stock: number | null;
  readonly variants: readonly DishVariant[];
  readonly groups: readonly DishGroup[];
}

export interface DishVariant {
  readonly id: string;
  readonly label: string;
  readonly price: number;
  readonly isDefault: boolean;
}

export interface DishGroup {
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
}

/** One statement, however many items. */
export async function readDishes(scope: Scope, itemIds: readonly string[]): Promise<Map<string, Dish>> {
  if (itemIds.length === 0) return new Map();
  const dishes = await scope.rows<Dish>(sql`
    select i.id, i.title, i.price, i.tax_class as "taxClass", i.sold_out as "soldOut", s.remaining as stock,
      i.hidden or i.archived_at is not null or c.hidden or c.archived_at is not null as "offMenu",
      coalesce((
        select json_agg(json_build_object('id', v.id, 'label', v.label, 'price', v.price, 'isDefault', v.is_default)
          order by v.position, v.id)
        from menu_variant v where v.restaurant_id = i.restaurant_id and v.item_id = i.id and v.archived_at is null
      ), '[]') as variants,
      coalesce((
        select json_agg(json_build_object('title', g.title, 'min', coalesce(o.min, g.min),
            'max', coalesce(o.max, g.max), 'modifiers', coalesce((
            select json_agg(json_build_object('id', m.id, 'title', m.title, 'price', m.price,
              'isDefault', m.is_default, 'maxPerLine', m.max_per_line, 'soldOut', m.sold_out) order by m.position, m.id)
            from modifier m where m.restaurant_id = g.restaurant_id and m.group_id = g.id and m.archived_at is null
          ), '[]')) order by o.position, o.id)
        from item_modifier_group o
        join modifier_group g on g.restaurant_id = o.restaurant_id and g.id = o.group_id and g.archived_at is null
        where o.restaurant_id = i.restaurant_id and o.item_id = i.id
      ), '[]') as groups
    from menu_item i
    join menu_category c on c.restaurant_id = i.restaurant_id and c.id = i.category_id
    left join item_stock s on s.item_id = i.id and s.restaurant_id = i.restaurant_id
    where i.restaurant_id = ${scope.restaurantId} and i.id = any(${[...new Set(itemIds)]}::uuid[])`);
  return new Map(dishes.map((dish) => [dish.id, dish]));
}
