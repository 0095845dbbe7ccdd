import type { Work } from '../events/transact.ts';
import { Category } from './category.entity.ts';
import { Item } from './item.entity.ts';
import { Modifier } from './modifier.entity.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { Variant } from './variant.entity.ts';

/** An entry that can be taken off the menu. */
export interface Archivable {
  id: string;
  archivedAt: Date | null;
}

/** What goes and comes back with an entry: its parts, of those that are there (null) or that were archived at that moment. */
export async function partsOf(tx: Work, thing: Archivable, archivedAt: Date | null): Promise<Archivable[]> {
  if (thing instanceof ModifierGroup) return tx.em.find(Modifier, { groupId: thing.id, archivedAt });
  if (thing instanceof Item) return variantsOf(tx, [thing], archivedAt);
  if (!(thing instanceof Category)) return [];
  const items = await tx.em.find(Item, { categoryId: thing.id, archivedAt });
  return [...items, ...(await variantsOf(tx, items, archivedAt))];
}

function variantsOf(tx: Work, items: readonly Item[], archivedAt: Date | null): Promise<Variant[]> {
  return tx.em.find(Variant, { itemId: { $in: items.map(({ id }) => id) }, archivedAt });
}
