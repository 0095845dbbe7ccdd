import { transact, type Work } from '../events/transact.ts';
import type { Authority, Context } from '../viewer.ts';
import { assertRoleWithin } from './assert-role-within.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, type Permission } from './restaurant-access.ts';

/** One change of a restaurant or of what it has, and by what right. */
export interface RestaurantChange extends Work {
  readonly restaurant: Restaurant;
  readonly mine: Authority;
}

/**
 * Changes a restaurant, one change after the other. The right to is looked up again once it is this one's turn: whoever has been
 * dismissed meanwhile changes nothing more. Throws NOT_FOUND or FORBIDDEN.
 */
export async function changeRestaurant<T>(
  ctx: Context,
  restaurantId: string,
  permission: Permission,
  work: (tx: RestaurantChange) => Promise<T>,
): Promise<T> {
  await assertRole(ctx, restaurantId, permission);
  return transact(ctx, restaurantId, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    return work({ ...tx, restaurant, mine: await assertRoleWithin(ctx, tx, permission) });
  });
}
