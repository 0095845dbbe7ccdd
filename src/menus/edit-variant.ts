import { notFound, Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import type { NewVariant } from './create-variant.ts';
import { keptAliases } from './kept-aliases.ts';
import { menuForWriting } from './menu-access.ts';
import { said } from './said.ts';
import { Variant } from './variant.entity.ts';

export type VariantEdit = Partial<NewVariant> & { readonly position?: number };

/** Changes what is given. An item's default is moved by making another one the default. Throws CHOICE_INVALID. */
export async function editVariant(
  ctx: Context,
  id: string,
  { isDefault, ...edit }: VariantEdit,
): Promise<Variant> {
  const aliases = edit.aliases ? { aliases: keptAliases(edit.aliases) } : {};
  const restaurantId = await menuForWriting(ctx, 'variant', id);
  let edited: Variant | null = null;
  await changeMenu(ctx, restaurantId, { kind: 'variant-edited', subject: id }, async (tx) => {
    const variant = await tx.em.findOne(Variant, { id, archivedAt: null });
    if (!variant) throw notFound();
    const others = await tx.em.find(Variant, { itemId: variant.itemId, archivedAt: null, id: { $ne: id } });
    const leavesNoDefault = variant.isDefault && isDefault === false;
    if (leavesNoDefault) throw new Refusal('CHOICE_INVALID', 'Make another variant the default first.');
    if (isDefault) for (const other of others) other.isDefault = false;
    if (isDefault != null) variant.isDefault = isDefault;
    tx.em.assign(variant, { ...said(edit), ...aliases });
    edited = variant;
  });
  return edited!;
}
