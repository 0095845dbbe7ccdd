import { scoped } from '../database/scoped.ts';
import type { Context } from '../viewer.ts';
import { findCategory, findItem } from './find-menu.ts';
import { findModifierGroup } from './find-modifier-groups.ts';
import type { MenuCategory, MenuItem, MenuModifierGroup } from './menu.ts';
import { menuForEightySixing } from './menu-access.ts';
import { Modifier } from './modifier.entity.ts';
import { Variant } from './variant.entity.ts';

interface Named {
  readonly id: string;
  readonly itemId?: string;
  readonly variantId?: string;
  readonly modifierId?: string;
  readonly input?: Omit<Named, 'id' | 'input'>;
}

/** What a repeated change of a menu is answered with, to whoever may change it still. */
export const menuAgains = {
  MenuCategory: async (ctx: Context, { id }: Named): Promise<MenuCategory> =>
    findCategory(ctx, await menuForEightySixing(ctx, 'category', id), id),
  MenuItem: (ctx: Context, { input, ...args }: Named): Promise<MenuItem> => {
    const { id, itemId, variantId } = { ...input, ...args };
    return variantId ? itemOf(ctx, variantId) : itemAgain(ctx, itemId ?? id);
  },
  MenuModifierGroup: async (ctx: Context, { input, ...args }: Named): Promise<MenuModifierGroup> => {
    const { id, modifierId } = { ...input, ...args };
    if (modifierId) return groupOf(ctx, modifierId);
    return findModifierGroup(ctx, await menuForEightySixing(ctx, 'modifierGroup', id), id);
  },
  editVariant: (ctx: Context, { id }: Named): Promise<MenuItem> => itemOf(ctx, id),
  editModifier: (ctx: Context, { id }: Named): Promise<MenuModifierGroup> => groupOf(ctx, id),
  archiveMenuEntry: (): boolean => true,
  restoreMenuEntry: (): boolean => true,
  reorderMenu: (): boolean => true,
  translateMenuEntry: (): boolean => true,
};

async function itemAgain(ctx: Context, id: string): Promise<MenuItem> {
  return findItem(ctx, await menuForEightySixing(ctx, 'item', id), id);
}

async function itemOf(ctx: Context, variantId: string): Promise<MenuItem> {
  const { em } = scoped(ctx.em, await menuForEightySixing(ctx, 'variant', variantId));
  return itemAgain(ctx, (await em.findOneOrFail(Variant, { id: variantId })).itemId);
}

async function groupOf(ctx: Context, modifierId: string): Promise<MenuModifierGroup> {
  const restaurantId = await menuForEightySixing(ctx, 'modifier', modifierId);
  const { groupId } = await scoped(ctx.em, restaurantId).em.findOneOrFail(Modifier, { id: modifierId });
  return findModifierGroup(ctx, restaurantId, groupId);
}
