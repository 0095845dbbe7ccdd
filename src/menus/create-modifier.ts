import { randomUUIDv7 } from 'node:crypto';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { addToMenu, type Made } from './change-menu.ts';
import { keptAliases } from './kept-aliases.ts';
import { menuForWriting } from './menu-access.ts';
import { Modifier } from './modifier.entity.ts';
import { ModifierGroup } from './modifier-group.entity.ts';
import { nextPosition } from './next-position.ts';

export interface NewModifier {
  readonly title: string;
  /** Minor units; added to the item's price. */
  readonly price?: number | null;
  readonly aliases?: string[];
  readonly isDefault?: boolean | null;
  readonly maxPerLine?: number | null;
}

/** Adds a modifier to a group. */
export async function createModifier(
  ctx: Context,
  groupId: string,
  input: NewModifier,
  key: string,
): Promise<Made> {
  const restaurantId = await menuForWriting(ctx, 'modifierGroup', groupId);
  const id = randomUUIDv7();
  const aliases = keptAliases(input.aliases ?? []);
  const once = { field: 'createModifier', key, input: { groupId, ...input } };
  return addToMenu(ctx, restaurantId, { kind: 'modifier-created', subject: id }, once, async (tx) => {
    if (!(await tx.em.findOne(ModifierGroup, { id: groupId, archivedAt: null }))) throw notFound();
    const position = await nextPosition(tx.em, Modifier, { groupId });
    const fresh = {
      id,
      restaurantId,
      groupId,
      title: input.title,
      price: input.price ?? 0,
      aliases,
      isDefault: input.isDefault ?? false,
      maxPerLine: input.maxPerLine ?? 1,
      position,
      soldOut: false,
      archivedAt: null,
    };
    tx.em.create(Modifier, fresh);
  });
}
