import { notFound } from '../errors.ts';
import { type Context, remembered } from '../viewer.ts';
import { Restaurant } from './restaurant.entity.ts';
import { restaurantWithSlug } from './restaurant-with-slug.ts';

/** A restaurant that guests may see, by a slug that it has or had. Throws NOT_FOUND. */
export function findRestaurantBySlug(ctx: Context, slug: string): Promise<Restaurant> {
  return orNotFound(ctx, `restaurant ${slug}`, () => restaurantWithSlug(ctx.em, slug));
}

/** The restaurant something already found belongs to. */
export function findRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  return orNotFound(ctx, `restaurant ${id}`, () => ctx.em.findOne(Restaurant, { id }));
}

function orNotFound(ctx: Context, key: string, look: () => Promise<Restaurant | null>): Promise<Restaurant> {
  return remembered(ctx, key, async () => {
    const restaurant = await look();
    if (!restaurant) throw notFound();
    return restaurant;
  });
}
