import { sql } from '../database/sql.ts';
import type { MenuVariant } from './menu.ts';
import type { MenuReading } from './menu-reading.ts';

type Row = Omit<MenuVariant, 'price' | 'backAt'> & {
  readonly itemId: string;
  readonly price: number;
  readonly backAt: string | null;
};

/** The variants of items, in order, by their item. */
export async function readVariants({
  scope,
  priced,
  at,
  only,
  turns,
}: MenuReading): Promise<Map<string, MenuVariant[]>> {
  const rows = await scope.rows<Row>(sql`
    select v.id, v.item_id as "itemId", v.label, v.price, v.is_default as "isDefault",
      not (v.sold_out and coalesce(v.sold_out_until, 'infinity') > ${at}) and coalesce(s.remaining, 1) > 0 as available,
      case when v.sold_out and v.sold_out_until > ${at} and coalesce(s.remaining, 1) > 0 then v.sold_out_until end as "backAt"
    from menu_variant v left join stock s on s.restaurant_id = v.restaurant_id and s.id = v.id
    where v.restaurant_id = ${scope.restaurantId} and v.archived_at is null
      and (${only}::uuid[] is null or v.item_id = any(${only}::uuid[])) order by v.position, v.id`);
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  return new Map(
    [...byItem].map(([itemId, own]) => [
      itemId,
      own.map(({ itemId: _, price, backAt: back, ...row }) => {
        const backAt = back === null ? null : new Date(back);
        turns(backAt);
        return Object.freeze({ ...row, price: priced(price), backAt });
      }),
    ]),
  );
}
