import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { eightySixes } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { menuForEightySixing } from './menu-access.ts';
import { Modifier } from './modifier.entity.ts';
import { tellStock } from './tell-stock.ts';

/** Takes an item off the menu's orderable things, or puts it back. One whose stock is at zero stays off until it is counted anew. */
export async function eightySixItem(ctx: Context, id: string, soldOut: boolean): Promise<string> {
  const restaurantId = await menuForEightySixing(ctx, 'item', id);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, eightySixes);
    const item = await itemOnMenu(tx, id);
    if (item.soldOut === soldOut) return;
    item.soldOut = soldOut;
    const stock = await tx.row<{ remaining: number }>(
      sql`select remaining from item_stock where restaurant_id = ${restaurantId} and item_id = ${id} for update`,
    );
    const counted = (stock?.remaining ?? 1) > 0;
    const kind = soldOut ? 'stock.held' : 'stock.released';
    await tellStock(tx, { kind, subject: id }, { was: counted && soldOut, is: counted && !soldOut });
  });
  return restaurantId;
}

/** The same for a modifier. */
export async function eightySixModifier(ctx: Context, id: string, soldOut: boolean): Promise<Modifier> {
  const restaurantId = await menuForEightySixing(ctx, 'modifier', id);
  let changed: Modifier | null = null;
  await changeMenu(
    ctx,
    restaurantId,
    { kind: soldOut ? 'modifier-86ed' : 'modifier-back', subject: id },
    async (tx) => {
      changed = await tx.em.findOne(Modifier, { id, archivedAt: null });
      if (!changed) throw notFound();
      changed.soldOut = soldOut;
    },
    eightySixes,
  );
  return changed!;
}
