import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { menuForEightySixing } from './menu-access.ts';
import { Modifier } from './modifier.entity.ts';

/** Takes an item off the menu's orderable things, or puts it back. */
export async function eightySixItem(ctx: Context, id: string, soldOut: boolean): Promise<string> {
  const restaurantId = await menuForEightySixing(ctx, 'item', id);
  await changeMenu(
    ctx,
    restaurantId,
    { kind: soldOut ? 'item-86ed' : 'item-back', subject: id },
    async (tx) => {
      const item = await itemOnMenu(tx, id);
      item.soldOut = soldOut;
    },
  );
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
  );
  return changed!;
}
