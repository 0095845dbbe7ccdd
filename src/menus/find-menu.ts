import { notFound } from '../errors.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { buildMenu } from './build-menu.ts';
import type { Menu, MenuCategory, MenuItem } from './menu.ts';

/** The whole menu as it stands, hidden things included, for whoever cooks, serves or runs the place. */
export async function findWholeMenu(ctx: Context, restaurantId: string): Promise<Menu> {
  await assertRole(ctx, restaurantId, seesWholeMenu);
  return buildMenu(ctx.em, restaurantId, ctx.now());
}

/**
 * A category of the whole menu: what a verb that has just changed it answers with. Whoever was let to change it is shown it, also
 * a key that may not read the rest.
 */
export async function findCategory(ctx: Context, restaurantId: string, id: string): Promise<MenuCategory> {
  const { categories } = await buildMenu(ctx.em, restaurantId, ctx.now());
  return orNotFound(categories.find((category) => category.id === id));
}

/** An item, by its id or that of one of its variants, in the same way. */
export async function findItem(ctx: Context, restaurantId: string, id: string): Promise<MenuItem> {
  const { categories } = await buildMenu(ctx.em, restaurantId, ctx.now());
  const items = categories.flatMap((category) => category.items);
  return orNotFound(items.find((item) => item.id === id || item.variants.some((one) => one.id === id)));
}

function orNotFound<T>(found: T | undefined): T {
  if (!found) throw notFound();
  return found;
}
