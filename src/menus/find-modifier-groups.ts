import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import { money } from '../money.ts';
import { findRestaurant } from '../restaurants/find-restaurant.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { MenuModifierGroup } from './menu.ts';
import { readModifierGroups } from './read-modifier-groups.ts';

/** Every modifier group, attached to items or not, for whoever cooks, serves or runs the place. */
export async function findModifierGroups(ctx: Context, restaurantId: string): Promise<MenuModifierGroup[]> {
  await assertRole(ctx, restaurantId, seesWholeMenu);
  return groupsOf(ctx, restaurantId);
}

/** One of them, by its id or that of one of its modifiers: what a verb that has just changed it answers with, to whoever was let to change it. */
export async function findModifierGroup(
  ctx: Context,
  restaurantId: string,
  id: string,
): Promise<MenuModifierGroup> {
  const group = (await groupsOf(ctx, restaurantId)).find(
    (one) => one.id === id || one.modifiers.some((modifier) => modifier.id === id),
  );
  if (!group) throw notFound();
  return group;
}

async function groupsOf(ctx: Context, restaurantId: string): Promise<MenuModifierGroup[]> {
  const { currency, locale } = await findRestaurant(ctx, restaurantId);
  const groups = await readModifierGroups({
    scope: scoped(ctx.em, restaurantId),
    priced: (amount) => money(amount, currency, locale),
    at: ctx.now(),
    turns: () => {},
  });
  return [...groups.values()];
}
