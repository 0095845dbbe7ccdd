import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { endAllVisits } from './end-all-visits.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** Guests find it no more, their visits end, nothing new is ordered; its staff finish what is there. Again: nothing more happens. */
export async function archiveRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  await assertRole(ctx, id, owns);
  return transact(ctx, id, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    if (restaurant.archivedAt) return restaurant;
    restaurant.archivedAt = new Date();
    await tx.tell([{ kind: 'restaurant.archived', subject: id }, ...(await endAllVisits(tx, ctx.rules))]);
    return restaurant;
  });
}
