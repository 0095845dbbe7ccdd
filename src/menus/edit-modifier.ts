import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import type { NewModifier } from './create-modifier.ts';
import { keepWithinReach } from './keep-within-reach.ts';
import { keptAliases } from './kept-aliases.ts';
import { menuForWriting } from './menu-access.ts';
import { Modifier } from './modifier.entity.ts';
import { said } from './said.ts';

export type ModifierEdit = Partial<NewModifier> & { readonly position?: number };

/** Changes what is given and leaves the rest. Throws CHOICE_INVALID when an item then wants more of its group than can be chosen. */
export async function editModifier(ctx: Context, id: string, edit: ModifierEdit): Promise<Modifier> {
  const aliases = edit.aliases ? { aliases: keptAliases(edit.aliases) } : {};
  const restaurantId = await menuForWriting(ctx, 'modifier', id);
  let edited: Modifier | null = null;
  await changeMenu(ctx, restaurantId, { kind: 'modifier-edited', subject: id }, async (tx) => {
    const modifier = await tx.em.findOne(Modifier, { id, archivedAt: null });
    if (!modifier) throw notFound();
    await keepWithinReach(tx, modifier.groupId, async () => {
      tx.em.assign(modifier, { ...said(edit), ...aliases });
    });
    edited = modifier;
  });
  return edited!;
}
