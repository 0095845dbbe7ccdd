import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** Whether owners act here only with a second factor. From then on those without are refused, and their streams end. Again: nothing more happens. */
export async function setSecondFactorRequired(
  ctx: Context,
  id: string,
  required: boolean,
): Promise<Restaurant> {
  await assertRole(ctx, id, owns);
  return transact(ctx, id, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    if (restaurant.secondFactorRequired === required) return restaurant;
    restaurant.secondFactorRequired = required;
    await tx.tell([{ kind: 'restaurant.second-factor-required', subject: id, data: { required } }]);
    return restaurant;
  });
}
