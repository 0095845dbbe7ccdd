import { sql } from '../database/sql.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { eightySixes } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { menuForEightySixing } from './menu-access.ts';
import { tellStock } from './tell-stock.ts';

/**
 * Counts an item down from here; null counts no more. The menu changes only when the item runs out or is back;
 * one that is 86ed by hand stays off whatever is counted.
 */
export async function setStock(ctx: Context, itemId: string, remaining: number | null): Promise<string> {
  const restaurantId = await menuForEightySixing(ctx, 'item', itemId);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, eightySixes);
    const { soldOut } = await itemOnMenu(tx, itemId);
    const before = await tx.row<{ remaining: number }>(sql`
      select remaining from item_stock where restaurant_id = ${restaurantId} and item_id = ${itemId} for update`);
    if (remaining === null) {
      await tx.rows(
        sql`delete from item_stock where restaurant_id = ${restaurantId} and item_id = ${itemId}`,
      );
    } else {
      await tx.rows(sql`
        insert into item_stock as s (item_id, restaurant_id, remaining) values (${itemId}, ${restaurantId}, ${remaining})
        on conflict (item_id) do update set remaining = excluded.remaining where s.restaurant_id = ${restaurantId}`);
    }
    const was = !soldOut && (before?.remaining ?? 1) > 0;
    const is = !soldOut && (remaining ?? 1) > 0;
    await tellStock(tx, { kind: 'stock.set', subject: itemId, data: { remaining } }, { was, is });
  });
  return restaurantId;
}
