import { sql } from '../database/sql.ts';
import type { Fact, Work } from '../events/transact.ts';
import type { Countable } from './countables.ts';

/**
 * Counts up again what is not wanted any more, of items, variants and modifiers that are counted, locking their stock in id order.
 * Answers with what is back on the menu by it, to be told with the menu's next version.
 */
export async function giveBackStock(tx: Work, pieces: ReadonlyMap<string, number>): Promise<Fact[]> {
  const { restaurantId } = tx;
  const stocks = await tx.rows<{ id: string; noun: Countable; remaining: number; held: boolean }>(sql`
    select s.id, s.noun, s.remaining, coalesce(i.sold_out, v.sold_out, m.sold_out)
      and coalesce(i.sold_out_until, v.sold_out_until, m.sold_out_until, 'infinity') > ${tx.now} as held
    from stock s
    left join menu_item i on i.restaurant_id = s.restaurant_id and i.id = s.item_id
    left join menu_variant v on v.restaurant_id = s.restaurant_id and v.id = s.variant_id
    left join modifier m on m.restaurant_id = s.restaurant_id and m.id = s.modifier_id
    where s.restaurant_id = ${restaurantId} and s.id = any(${[...pieces.keys()]}::uuid[]) order by s.id for update of s`);
  if (stocks.length === 0) return [];
  const more = stocks.map(({ id }) => ({ id, pieces: pieces.get(id)! }));
  await tx.rows(sql`
    update stock s set remaining = s.remaining + n.pieces
    from jsonb_to_recordset(${JSON.stringify(more)}::jsonb) as n (id uuid, pieces int)
    where s.restaurant_id = ${restaurantId} and s.id = n.id`);
  return stocks
    .filter(({ remaining, held }) => remaining === 0 && !held)
    .map(({ noun, id }) => ({ kind: `menu.${noun}-back`, subject: id }));
}
