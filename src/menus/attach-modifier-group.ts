import { randomUUIDv7 } from 'node:crypto';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { assertRange } from './assert-range.ts';
import { changeMenu } from './change-menu.ts';
import { ItemModifierGroup } from './item-modifier-group.entity.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { keepWithinReach } from './keep-within-reach.ts';
import { menuForWriting } from './menu-access.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { nextPosition } from './next-position.ts';

export interface Attachment {
  readonly itemId: string;
  readonly groupId: string;
}

/** How many an item wants and allows of a group, where it is not as many as the group says. */
export interface OwnRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** The item offers the group, after those it offers already. Again: its own min and max are what is said now. Throws CHOICE_INVALID when it wants more than can be chosen. */
export async function attachModifierGroup(
  ctx: Context,
  { itemId, groupId }: Attachment,
  { min, max }: OwnRange,
): Promise<string> {
  const restaurantId = await menuForWriting(ctx, 'item', itemId);
  await changeMenu(ctx, restaurantId, { kind: 'group-attached', subject: itemId }, async (tx) => {
    await itemOnMenu(tx, itemId);
    const group = await tx.em.findOne(ModifierGroup, { id: groupId, archivedAt: null });
    if (!group) throw notFound();
    assertRange({ min: min ?? group.min, max: max ?? group.max });
    const position = await nextPosition(tx.em, ItemModifierGroup, { itemId });
    await keepWithinReach(tx, groupId, async () => {
      await tx.rows(sql`
        insert into item_modifier_group as g (id, restaurant_id, item_id, group_id, position, min, max)
        values (${randomUUIDv7()}, ${restaurantId}, ${itemId}, ${groupId}, ${position}, ${min}, ${max})
        on conflict (restaurant_id, item_id, group_id) do update set min = excluded.min, max = excluded.max
          where g.restaurant_id = ${restaurantId}`);
    });
  });
  return restaurantId;
}
