import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** Takes a restaurant out of the archive: guests find it by every slug it had. Again: nothing more happens. */
export async function restoreRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  await assertRole(ctx, id, owns);
  return transact(ctx, id, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    if (!restaurant.archivedAt) return restaurant;
    restaurant.archivedAt = null;
    await tx.tell([{ kind: 'restaurant.restored', subject: id }]);
    return restaurant;
  });
}
