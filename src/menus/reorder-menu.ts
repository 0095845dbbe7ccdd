import type { EntityClass } from '@mikro-orm/core';
import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { changeMenu } from './change-menu.ts';
import { ItemModifierGroup } from './item-modifier-group.entity.ts';
import { menuForWriting } from './menu-access.ts';
import { type MenuNoun, menuNouns } from './menu-nouns.ts';

export interface Arrangement {
  readonly noun: MenuNoun;
  /** What they are in: the restaurant of categories, the category of items, the item of variants and groups, the group of modifiers. */
  readonly within: string;
  readonly ids: readonly string[];
}

/** Puts entries into this order; their siblings that are not named follow as they were. Throws NOT_FOUND for an id that is not there. */
export async function reorderMenu(ctx: Context, { noun, within, ids }: Arrangement): Promise<void> {
  const restaurantId = await restaurantOf(ctx, noun, within);
  await changeMenu(ctx, restaurantId, { kind: `${noun}-reordered`, subject: within }, async (tx) => {
    const siblings = await siblingsOf(tx, noun, within);
    const named = ids.map((id) => siblings.get(id));
    if (named.includes(undefined)) throw notFound();
    const inOrder = new Set([...named, ...siblings.values()]);
    for (const [index, sibling] of [...inOrder].entries()) sibling!.position = index + 1;
  });
}

const parents = {
  item: 'category',
  variant: 'item',
  modifierGroup: 'item',
  modifier: 'modifierGroup',
} as const;

async function restaurantOf(ctx: Context, noun: MenuNoun, within: string): Promise<string> {
  if (noun !== 'category') return menuForWriting(ctx, parents[noun], within);
  await assertRole(ctx, within, writesMenu);
  return within;
}

interface Placed {
  position: number;
}

/** By the id that a client knows, in the order they have. */
async function siblingsOf(tx: Work, noun: MenuNoun, within: string): Promise<Map<string, Placed>> {
  if (noun === 'modifierGroup') {
    const offered = await tx.em.find(ItemModifierGroup, { itemId: within }, { orderBy });
    return new Map(offered.map((one) => [one.groupId, one]));
  }
  const there = await tx.em.find<Placed & { id: string }>(
    menuNouns[noun] as unknown as EntityClass<Placed & { id: string }>,
    { ...memberships[noun](within), archivedAt: null } as never,
    { orderBy },
  );
  return new Map(there.map((one) => [one.id, one]));
}

const orderBy = { position: 'asc', id: 'asc' } as const;

const memberships = {
  category: () => ({}),
  item: (categoryId: string) => ({ categoryId }),
  variant: (itemId: string) => ({ itemId }),
  modifier: (groupId: string) => ({ groupId }),
};
