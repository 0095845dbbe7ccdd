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
  readonly modifierId?: string;
  readonly input?: { readonly itemId?: string };
}

/** What a repeated change of a menu is answered with, to whoever may change it still. */
export const menuAgains = {
  MenuCategory: async (ctx: Context, { id }: Named): Promise<MenuCategory> =>
    findCategory(ctx, await menuForEightySixing(ctx, 'category', id), id),
  MenuItem: (ctx: Context, { id, itemId, input }: Named): Promise<MenuItem> =>
    itemAgain(ctx, itemId ?? input?.itemId ?? id),
  MenuModifierGroup: async (ctx: Context, { id }: Named): Promise<MenuModifierGroup> =>
    findModifierGroup(ctx, await menuForEightySixing(ctx, 'modifierGroup', id), id),
  editVariant: async (ctx: Context, { id }: Named): Promise<MenuItem> => {
    const { em } = scoped(ctx.em, await menuForEightySixing(ctx, 'variant', id));
    return itemAgain(ctx, (await em.findOneOrFail(Variant, { id })).itemId);
  },
  editModifier: (ctx: Context, { id }: Named): Promise<MenuModifierGroup> => groupAgain(ctx, id),
  setModifierAvailable: (ctx: Context, { modifierId }: Named): Promise<MenuModifierGroup> =>
    groupAgain(ctx, modifierId!),
  archiveMenuEntry: (): boolean => true,
  restoreMenuEntry: (): boolean => true,
  reorderMenu: (): boolean => true,
  translateMenuEntry: (): boolean => true,
};

async function itemAgain(ctx: Context, id: string): Promise<MenuItem> {
  return findItem(ctx, await menuForEightySixing(ctx, 'item', id), id);
}

async function groupAgain(ctx: Context, modifierId: string): Promise<MenuModifierGroup> {
  const restaurantId = await menuForEightySixing(ctx, 'modifier', modifierId);
  const { groupId } = await scoped(ctx.em, restaurantId).em.findOneOrFail(Modifier, { id: modifierId });
  return findModifierGroup(ctx, restaurantId, groupId);
}
