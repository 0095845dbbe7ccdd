import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { money } from '../money.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { buildMenu } from './build-menu.ts';
import type { Menu, MenuCategory, MenuItem } from './menu.ts';
import { readMenuItems } from './read-menu-items.ts';

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

/** An item, by its id or that of one of its variants, in the same way: read by itself, however long the menu. */
export async function findItem(ctx: Context, restaurantId: string, id: string): Promise<MenuItem> {
  const scope = scoped(ctx.em, restaurantId);
  const row = await scope.row<{ id: string }>(sql`
    select i.id from menu_item i where i.restaurant_id = ${restaurantId} and i.id = coalesce((
      select v.item_id from menu_variant v where v.restaurant_id = ${restaurantId} and v.id = ${id}), ${id}::uuid)`);
  if (!row) throw notFound();
  const { currency, locale, timeZone } = await ctx.em.findOneOrFail(Restaurant, { id: restaurantId });
  const [found] = await readMenuItems({
    ...{ scope, timeZone, at: ctx.now(), only: [row.id], turns: () => {} },
    priced: (amount) => Object.freeze(money(amount, currency, locale)),
  });
  return orNotFound(found?.item);
}

function orNotFound<T>(found: T | undefined): T {
  if (!found) throw notFound();
  return found;
}
