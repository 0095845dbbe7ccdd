import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '../viewer.ts';
import { addToMenu, type Made } from './change-menu.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { keptAliases } from './kept-aliases.ts';
import { menuForWriting } from './menu-access.ts';
import { nextPosition } from './next-position.ts';
import { Variant } from './variant.entity.ts';

export interface NewVariant {
  readonly label: string;
  /** Minor units. */
  readonly price: number;
  readonly aliases?: string[];
  readonly isDefault?: boolean;
}

/** Adds a variant to an item. The first one is the default; a new default replaces the old one. */
export async function createVariant(
  ctx: Context,
  itemId: string,
  input: NewVariant,
  key: string,
): Promise<Made> {
  const restaurantId = await menuForWriting(ctx, 'item', itemId);
  const id = randomUUIDv7();
  const aliases = keptAliases(input.aliases ?? []);
  const once = { field: 'createVariant', key, input: { itemId, ...input } };
  return addToMenu(ctx, restaurantId, { kind: 'variant-created', subject: id }, once, async (tx) => {
    await itemOnMenu(tx, itemId);
    const others = await tx.em.find(Variant, { itemId, archivedAt: null });
    const isDefault = others.length === 0 || input.isDefault === true;
    if (isDefault) for (const other of others) other.isDefault = false;
    const position = await nextPosition(tx.em, Variant, { itemId });
    const { label, price } = input;
    const fresh = { id, restaurantId, itemId, label, price, aliases, isDefault, position, archivedAt: null };
    tx.em.create(Variant, fresh);
  });
}
