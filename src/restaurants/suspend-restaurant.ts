import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertPlatform } from './assert-platform.ts';
import { endAllVisits } from './end-all-visits.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';

/** It exists for nobody but admins of the platform until that is lifted; guests read what they ordered. Again: nothing more happens. */
export async function suspendRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  await assertPlatform(ctx, id);
  return transact(ctx, id, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    if (restaurant.suspendedAt) return restaurant;
    restaurant.suspendedAt = new Date();
    await tx.tell([{ kind: 'restaurant.suspended', subject: id }, ...(await endAllVisits(tx, ctx.rules))]);
    return restaurant;
  });
}
