import { joinSql } from '../database/join-sql.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { allows, authorityIn, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { itemFilter } from './item-filter.ts';
import { listedItems } from './listed-items.ts';
import type { MenuItem } from './menu.ts';
import { menuForListing } from './menu-for-listing.ts';
import { readItems } from './read-items.ts';

/**
 * Items of a restaurant that the viewer may see, in the order asked for: hidden ones are for whoever cooks, serves or runs the place.
 * Those that there are not are left out.
 */
export async function itemsById(
  ctx: Context,
  restaurantId: string,
  ids: readonly string[],
  languages: readonly string[],
): Promise<MenuItem[]> {
  const authority = await authorityIn(ctx, restaurantId);
  const withHidden = authority !== null && allows(seesWholeMenu, authority);
  await menuForListing(ctx, { restaurantId }, withHidden);
  const wanted = sql`i.id = any(${ids}::uuid[])`;
  const where = joinSql([itemFilter(restaurantId, { withHidden }, ctx.now()), wanted], ' and ');
  const shown = await scoped(ctx.em, restaurantId).rows<{ id: string }>(
    joinSql([sql`select i.id`, listedItems, where], ' '),
  );
  const items = await readItems(
    ctx.em,
    restaurantId,
    shown.map(({ id }) => id),
    languages,
    ctx.now(),
  );
  const seen = new Set(shown.map(({ id }) => id));
  return [...new Set(ids)].flatMap((id) => (seen.has(id) && items.get(id)) || []);
}
