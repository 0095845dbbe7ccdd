import { notFound } from '../errors.ts';
import { type Context, remembered } from '../viewer.ts';
import { Restaurant } from './restaurant.entity.ts';

/** A restaurant that guests may see, by slug. Throws NOT_FOUND. */
export function findRestaurantBySlug(ctx: Context, slug: string): Promise<Restaurant> {
  return one(ctx, `restaurant ${slug}`, { slug, archivedAt: null });
}

/** The restaurant something already found belongs to. */
export function findRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  return one(ctx, `restaurant ${id}`, { id });
}

function one(
  ctx: Context,
  key: string,
  where: Partial<Pick<Restaurant, 'id' | 'slug' | 'archivedAt'>>,
): Promise<Restaurant> {
  return remembered(ctx, key, async () => {
    const restaurant = await ctx.em.findOne(Restaurant, where);
    if (!restaurant) throw notFound();
    return restaurant;
  });
}
