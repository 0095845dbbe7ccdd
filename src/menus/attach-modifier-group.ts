import { randomUUIDv7 } from 'node:crypto';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { ItemModifierGroup } from './item-modifier-group.entity.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { menuForWriting } from './menu-access.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { nextPosition } from './next-position.ts';

export interface Attachment {
  readonly itemId: string;
  readonly groupId: string;
}

/** The item offers the group, after those it offers already. Again: nothing more happens. */
export async function attachModifierGroup(ctx: Context, { itemId, groupId }: Attachment): Promise<string> {
  const restaurantId = await menuForWriting(ctx, 'item', itemId);
  await changeMenu(ctx, restaurantId, { kind: 'group-attached', subject: itemId }, async (tx) => {
    await itemOnMenu(tx, itemId);
    if (!(await tx.em.findOne(ModifierGroup, { id: groupId, archivedAt: null }))) throw notFound();
    const position = await nextPosition(tx.em, ItemModifierGroup, { itemId });
    await tx.rows(sql`
      insert into item_modifier_group as g (id, restaurant_id, item_id, group_id, position)
      values (${randomUUIDv7()}, ${restaurantId}, ${itemId}, ${groupId}, ${position})
      on conflict (restaurant_id, item_id, group_id) do update set position = g.position where g.restaurant_id = ${restaurantId}`);
  });
  return restaurantId;
}
