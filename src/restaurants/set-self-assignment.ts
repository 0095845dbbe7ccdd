import type { Context } from '../viewer.ts';
import { changeRestaurant } from './change-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { owns } from './restaurant-access.ts';

/** Whether managers and owners may assign deliveries to themselves. What they have they keep. Again: nothing more happens. */
export function setSelfAssignment(ctx: Context, id: string, allowed: boolean): Promise<Restaurant> {
  return changeRestaurant(ctx, id, owns, async (tx) => {
    const { restaurant } = tx;
    if (restaurant.selfAssignment === allowed) return restaurant;
    restaurant.selfAssignment = allowed;
    await tx.tell([{ kind: 'restaurant.self-assignment-changed', subject: id, data: { allowed } }]);
    return restaurant;
  });
}
