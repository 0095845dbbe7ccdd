import type { Context } from '../viewer.ts';
import { changeRestaurant } from './change-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { owns } from './restaurant-access.ts';

/** Takes a restaurant out of the archive: guests find it by every slug it had. Again: nothing more happens. */
export function restoreRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  return changeRestaurant(ctx, id, owns, async (tx) => {
    const { restaurant } = tx;
    if (!restaurant.archivedAt) return restaurant;
    restaurant.archivedAt = null;
    await tx.tell([{ kind: 'restaurant.restored', subject: id }]);
    return restaurant;
  });
}
