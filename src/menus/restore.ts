import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import type { Context } from '../viewer.ts';
import { Category } from './category.entity.ts';
import { changeMenu } from './change-menu.ts';
import { Item } from './item.entity.ts';
import { menuForWriting } from './menu-access.ts';
import { type MenuNoun, menuNouns } from './menu-nouns.ts';
import { Modifier } from './modifier.entity.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { type Archivable, partsOf } from './parts-of.ts';
import { Variant } from './variant.entity.ts';

/**
 * Puts an archived entry back where it was, with what was archived together with it. One that is there already stays as it is.
 * Throws CHOICE_INVALID while what it belongs to is archived itself, or its tax class is gone.
 */
export async function restore(ctx: Context, noun: MenuNoun, id: string): Promise<void> {
  const restaurantId = await menuForWriting(ctx, noun, id);
  await changeMenu(ctx, restaurantId, { kind: `${noun}-restored`, subject: id }, async (tx) => {
    const thing = await tx.em.findOne<Archivable>(menuNouns[noun] as never, { id });
    if (!thing) throw notFound();
    const { archivedAt } = thing;
    if (!archivedAt) return;
    if (!(await hasAPlace(tx, thing)))
      throw new Refusal('CHOICE_INVALID', 'Restore what it belongs to first.');
    if (thing instanceof Variant) await yieldDefault(tx, thing);
    const back = [thing, ...(await partsOf(tx, thing, archivedAt))];
    await assertRates(
      tx,
      back.filter((one) => one instanceof Item),
    );
    for (const one of back) one.archivedAt = null;
  });
}

async function hasAPlace(tx: Work, thing: Archivable): Promise<boolean> {
  const there = { archivedAt: null };
  if (thing instanceof Item) return (await tx.em.count(Category, { id: thing.categoryId, ...there })) > 0;
  if (thing instanceof Variant) return (await tx.em.count(Item, { id: thing.itemId, ...there })) > 0;
  if (thing instanceof Modifier)
    return (await tx.em.count(ModifierGroup, { id: thing.groupId, ...there })) > 0;
  return true;
}

/** An item has one default. */
async function yieldDefault(tx: Work, variant: Variant): Promise<void> {
  const others = await tx.em.count(Variant, { itemId: variant.itemId, archivedAt: null });
  variant.isDefault = others === 0;
}

/** A class may go while only archived items have it; at the standard rate they would be taxed wrongly, and nobody would see it. */
async function assertRates(tx: Work, items: readonly Item[]): Promise<void> {
  if (items.every(({ taxClass }) => taxClass === null)) return;
  const { taxClasses } = await tx.em.findOneOrFail(Restaurant, { id: tx.restaurantId }, { refresh: true });
  const known = new Set(taxClasses.map(({ key }) => key));
  const lost = items.filter(({ taxClass }) => taxClass !== null && !known.has(taxClass));
  if (lost.length === 0) return;
  const fields = lost.map(({ id, title, taxClass }) => ({
    path: `items.${id}`,
    message: `${title} is of the tax class ${taxClass}, which the restaurant has no rate for.`,
  }));
  throw new Refusal('CHOICE_INVALID', 'Give the restaurant these tax classes again first.', { fields });
}
