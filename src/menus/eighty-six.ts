import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { Item } from './item.entity.ts';
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
      const item = await tx.em.findOneOrFail(Item, { id });
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
      changed = await tx.em.findOneOrFail(Modifier, { id });
      changed.soldOut = soldOut;
    },
  );
  return changed!;
}
