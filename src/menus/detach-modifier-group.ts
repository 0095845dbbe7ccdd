import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import type { Attachment } from './attach-modifier-group.ts';
import { changeMenu } from './change-menu.ts';
import { ItemModifierGroup } from './item-modifier-group.entity.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { menuForWriting } from './menu-access.ts';
import { ModifierGroup } from './modifier-group.entity.ts';

/** The item no longer offers the group. Again: nothing more happens. */
export async function detachModifierGroup(ctx: Context, { itemId, groupId }: Attachment): Promise<string> {
  const restaurantId = await menuForWriting(ctx, 'item', itemId);
  await changeMenu(ctx, restaurantId, { kind: 'group-detached', subject: itemId }, async (tx) => {
    await itemOnMenu(tx, itemId);
    const offered = await tx.em.findOne(ItemModifierGroup, { itemId, groupId });
    if (offered) tx.em.remove(offered);
    else if (!(await tx.em.findOne(ModifierGroup, { id: groupId }))) throw notFound();
  });
  return restaurantId;
}
