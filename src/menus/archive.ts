import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { Category } from './category.entity.ts';
import { changeMenu } from './change-menu.ts';
import { Item } from './item.entity.ts';
import { menuForWriting } from './menu-access.ts';
import { Modifier } from './modifier.entity.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { Variant } from './variant.entity.ts';

const nouns = {
  category: Category,
  item: Item,
  variant: Variant,
  modifierGroup: ModifierGroup,
  modifier: Modifier,
};

export type MenuNoun = keyof typeof nouns;

/** Takes something off the menu for good, with all that is in it; old orders keep its name and price. Throws CHOICE_INVALID for a default variant among others. */
export async function archive(ctx: Context, noun: MenuNoun, id: string): Promise<void> {
  const restaurantId = await menuForWriting(ctx, noun, id);
  await changeMenu(ctx, restaurantId, { kind: `${noun}-archived`, subject: id }, async (tx) => {
    const thing = await tx.em.findOne<Archivable>(nouns[noun] as never, { id, archivedAt: null });
    if (!thing) throw notFound();
    if (thing instanceof Variant) await assertNotTheDefaultOfOthers(tx, thing);
    const archivedAt = new Date();
    for (const one of [thing, ...(await partsOf(tx, thing))]) one.archivedAt = archivedAt;
  });
}

interface Archivable {
  id: string;
  archivedAt: Date | null;
}

async function partsOf(tx: Work, thing: Archivable): Promise<Archivable[]> {
  if (thing instanceof ModifierGroup) return tx.em.find(Modifier, { groupId: thing.id, archivedAt: null });
  if (thing instanceof Item) return variantsOf(tx, [thing]);
  if (!(thing instanceof Category)) return [];
  const items = await tx.em.find(Item, { categoryId: thing.id, archivedAt: null });
  return [...items, ...(await variantsOf(tx, items))];
}

function variantsOf(tx: Work, items: readonly Item[]): Promise<Variant[]> {
  return tx.em.find(Variant, { itemId: { $in: items.map(({ id }) => id) }, archivedAt: null });
}

async function assertNotTheDefaultOfOthers(tx: Work, { id, itemId, isDefault }: Variant): Promise<void> {
  if (!isDefault) return;
  const other = await tx.em.findOne(Variant, { itemId, archivedAt: null, id: { $ne: id } });
  if (other) throw new Refusal('CHOICE_INVALID', 'Make another variant the default first.');
}
