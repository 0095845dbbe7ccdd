import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { assertRange, type NewModifierGroup } from './create-modifier-group.ts';
import { menuForWriting } from './menu-access.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { said } from './said.ts';

export type ModifierGroupEdit = Partial<NewModifierGroup>;

/** Changes what is given and leaves the rest. */
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
    tx.em.assign(group, said(edit));
    assertRange(group);
    edited = group;
  });
  return edited!;
}
