import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';

/** Counts items down, locking their stock in id order, and answers with those that have run out now. Throws ITEM_UNAVAILABLE. */
export async function takeStock(tx: Work, pieces: ReadonlyMap<string, number>): Promise<string[]> {
  if (pieces.size === 0) return [];
  const stocks = await tx.rows<{ itemId: string; remaining: number }>(sql`
    select item_id as "itemId", remaining from item_stock
    where restaurant_id = ${tx.restaurantId} and item_id = any(${[...pieces.keys()]}::uuid[]) order by item_id for update`);
  const short = stocks.filter(({ itemId, remaining }) => remaining < pieces.get(itemId)!);
  if (short.length > 0) {
    const fields = short.map(({ itemId, remaining }) => ({
      path: `items.${itemId}`,
      message: `Only ${remaining} left.`,
    }));
    throw new Refusal('ITEM_UNAVAILABLE', 'There are not enough left.', { fields });
  }
  const left = stocks.map(({ itemId, remaining }) => ({
    itemId,
    remaining: remaining - pieces.get(itemId)!,
  }));
  await tx.rows(sql`
    update item_stock s set remaining = n.remaining
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as n ("itemId" uuid, remaining int)
    where s.restaurant_id = ${tx.restaurantId} and s.item_id = n."itemId"`);
  return left.filter(({ remaining }) => remaining === 0).map(({ itemId }) => itemId);
}
