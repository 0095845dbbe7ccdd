import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertPlatform } from './assert-platform.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';

/** It is there again as it was. Again: nothing more happens. */
export async function unsuspendRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  await assertPlatform(ctx, id);
  return transact(ctx, id, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    if (!restaurant.suspendedAt) return restaurant;
    restaurant.suspendedAt = null;
    await tx.tell([{ kind: 'restaurant.unsuspended', subject: id }]);
    return restaurant;
  });
}
