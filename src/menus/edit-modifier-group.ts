import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { assertRange } from './assert-range.ts';
import { changeMenu } from './change-menu.ts';
import type { NewModifierGroup } from './create-modifier-group.ts';
import { keepWithinReach } from './keep-within-reach.ts';
import { menuForWriting } from './menu-access.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { said } from './said.ts';

export type ModifierGroupEdit = Partial<NewModifierGroup>;

/** Changes what is given and leaves the rest. Throws CHOICE_INVALID when the group, or an item's own say about it, wants more than it allows or than can be chosen. */
export async function editModifierGroup(
  ctx: Context,
  id: string,
  edit: ModifierGroupEdit,
): Promise<ModifierGroup> {
  const restaurantId = await menuForWriting(ctx, 'modifierGroup', id);
  let edited: ModifierGroup | null = null;
  await changeMenu(ctx, restaurantId, { kind: 'group-edited', subject: id }, async (tx) => {
    const group = await tx.em.findOne(ModifierGroup, { id, archivedAt: null });
    if (!group) throw notFound();
    await keepWithinReach(tx, id, async () => {
      tx.em.assign(group, said(edit));
      assertRange(group);
    });
    const clash = await tx.row(sql`
      select 1 from item_modifier_group where restaurant_id = ${restaurantId} and group_id = ${id}
        and coalesce(min, ${group.min}::int) > coalesce(max, ${group.max}::int) limit 1`);
    if (clash)
      throw new Refusal(
        'CHOICE_INVALID',
        'An item with its own min or max of the group would want more than it allows.',
      );
    edited = group;
  });
  return edited!;
}
