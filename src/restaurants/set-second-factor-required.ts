import type { Context } from '../viewer.ts';
import { changeRestaurant } from './change-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { owns } from './restaurant-access.ts';

/** Whether owners act here only with a second factor. From then on those without are refused, and their streams end. Again: nothing more happens. */
export function setSecondFactorRequired(ctx: Context, id: string, required: boolean): Promise<Restaurant> {
  return changeRestaurant(ctx, id, owns, async (tx) => {
    const { restaurant } = tx;
    if (restaurant.secondFactorRequired === required) return restaurant;
    restaurant.secondFactorRequired = required;
    await tx.tell([{ kind: 'restaurant.second-factor-required', subject: id, data: { required } }]);
    return restaurant;
  });
}
