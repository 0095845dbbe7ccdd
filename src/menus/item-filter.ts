import { allOf } from '../database/all-of.ts';
import { joinSql } from '../database/join-sql.ts';
import { type Sql, sql } from '../database/sql.ts';
import { foundByWords } from './found-by-words.ts';

export interface ItemFilter {
  readonly search?: string | null;
  readonly categoryIds?: readonly string[] | null;
  /** Minor units, like the next: of the default variant where there are variants. */
  readonly priceFrom?: number | null;
  readonly priceTo?: number | null;
  readonly featured?: boolean | null;
  /** Neither 86ed nor out of stock, where it has variants at least one of them, and of each group as much as it wants. */
  readonly available?: boolean | null;
  /** All of them. */
  readonly tags?: readonly string[] | null;
  /** None of them. */
  readonly withoutAllergens?: readonly string[] | null;
  /** For staff, like the next: counted items of which so many are left at most. */
  readonly stockTo?: number | null;
  readonly withHidden?: boolean | null;
}

/** The conditions of a list of items `i` of categories `c` with their stock `s`, as of a moment. */
export function itemFilter(restaurantId: string, filter: ItemFilter, at: Date): Sql {
  const { search, categoryIds, priceFrom, priceTo, featured, available } = filter;
  const { tags, withoutAllergens, stockTo, withHidden } = filter;
  return allOf([
    sql`i.restaurant_id = ${restaurantId} and i.archived_at is null and c.archived_at is null`,
    !withHidden && sql`not i.hidden and not c.hidden`,
    search != null && foundByWords(restaurantId, search, withHidden === true),
    categoryIds != null && sql`i.category_id = any(${categoryIds}::uuid[])`,
    priceFrom != null && sql`i.listed_price >= ${priceFrom}`,
    priceTo != null && sql`i.listed_price <= ${priceTo}`,
    featured != null && (featured ? sql`i.featured` : sql`not i.featured`),
    available != null && onOffer(available, at),
    tags != null && sql`i.tags @> ${tags}::text[]`,
    withoutAllergens != null && sql`not i.allergens && ${withoutAllergens}::text[]`,
    stockTo != null && sql`s.remaining <= ${stockTo}`,
  ]);
}

function onOffer(available: boolean, at: Date): Sql {
  const isOn = sql`(not i.sold_out or coalesce(i.sold_out_until <= ${at}, false)) and coalesce(s.remaining, 1) > 0
    and coalesce((
      select bool_or((not v.sold_out or coalesce(v.sold_out_until <= ${at}, false)) and coalesce(t.remaining, 1) > 0)
      from menu_variant v left join stock t on t.restaurant_id = v.restaurant_id and t.id = v.id
      where v.restaurant_id = i.restaurant_id and v.item_id = i.id and v.archived_at is null), true)
    and not exists (
      select 1 from item_modifier_group o
      join modifier_group g on g.restaurant_id = o.restaurant_id and g.id = o.group_id and g.archived_at is null
      where o.restaurant_id = i.restaurant_id and o.item_id = i.id and coalesce(o.min, g.min) > (
        select coalesce(sum(m.max_per_line), 0)
        from modifier m left join stock t on t.restaurant_id = m.restaurant_id and t.id = m.id
        where m.restaurant_id = g.restaurant_id and m.group_id = g.id and m.archived_at is null
          and (not m.sold_out or coalesce(m.sold_out_until <= ${at}, false)) and coalesce(t.remaining, 1) > 0))`;
  return joinSql([{ text: available ? '(' : 'not (', values: [] }, isOn, { text: ')', values: [] }], '');
}
