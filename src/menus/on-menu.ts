import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Countable } from './countables.ts';
import { menuNouns } from './menu-nouns.ts';

/** What can be 86ed and counted. */
export interface Sellable {
  readonly id: string;
  soldOut: boolean;
  soldOutUntil: Date | null;
}

/** An item, variant or modifier, unless it was taken off the menu. Throws NOT_FOUND. */
export async function onMenu(tx: Work, noun: Countable, id: string): Promise<Sellable> {
  const found = await tx.em.findOne<Sellable>(menuNouns[noun] as never, { id, archivedAt: null } as never);
  if (!found) throw notFound();
  return found;
}
