import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { keepWithinReach } from './keep-within-reach.ts';
import { menuForWriting } from './menu-access.ts';
import { type MenuNoun, menuNouns } from './menu-nouns.ts';
import { Modifier } from './modifier.entity.ts';
import { type Archivable, partsOf } from './parts-of.ts';
import { Variant } from './variant.entity.ts';

/**
 * Takes something off the menu, with all that is in it; old orders keep its name and price. Throws CHOICE_INVALID for a default variant
 * among others, and for a modifier without which an item wants more of its group than can be chosen.
 */
export async function archive(ctx: Context, noun: MenuNoun, id: string): Promise<void> {
  const restaurantId = await menuForWriting(ctx, noun, id);
  await changeMenu(ctx, restaurantId, { kind: `${noun}-archived`, subject: id }, async (tx) => {
    const thing = await tx.em.findOne<Archivable>(menuNouns[noun] as never, { id, archivedAt: null });
    if (!thing) throw notFound();
    if (thing instanceof Variant) await assertNotTheDefaultOfOthers(tx, thing);
    const archivedAt = ctx.now();
    const takeOff = async () => {
      for (const one of [thing, ...(await partsOf(tx, thing, null))]) one.archivedAt = archivedAt;
    };
    if (thing instanceof Modifier) await keepWithinReach(tx, thing.groupId, takeOff);
    else await takeOff();
  });
}

async function assertNotTheDefaultOfOthers(tx: Work, { id, itemId, isDefault }: Variant): Promise<void> {
  if (!isDefault) return;
  const other = await tx.em.findOne(Variant, { itemId, archivedAt: null, id: { $ne: id } });
  if (other) throw new Refusal('CHOICE_INVALID', 'Make another variant the default first.');
}
