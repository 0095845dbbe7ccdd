import type { Context } from '../viewer.ts';
import { changeRestaurant } from './change-restaurant.ts';
import { endAllVisits } from './end-all-visits.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { owns } from './restaurant-access.ts';

/** Guests find it no more, their visits end, nothing new is ordered; its staff finish what is there. Again: nothing more happens. */
export function archiveRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  return changeRestaurant(ctx, id, owns, async (tx) => {
    const { restaurant } = tx;
    if (restaurant.archivedAt) return restaurant;
    restaurant.archivedAt = new Date();
    await tx.tell([{ kind: 'restaurant.archived', subject: id }, ...(await endAllVisits(tx, ctx.rules))]);
    return restaurant;
  });
}
