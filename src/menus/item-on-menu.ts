import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { Item } from './item.entity.ts';

/** The item, unless it was taken off the menu for good. Throws NOT_FOUND. */
export async function itemOnMenu(tx: Work, id: string): Promise<Item> {
  const item = await tx.em.findOne(Item, { id, archivedAt: null });
  if (!item) throw notFound();
  return item;
}
