import type { Context } from '../viewer.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, runs } from './restaurant-access.ts';

/** Whether owners act here only with a second factor, for managers and owners. */
export async function wantsSecondFactor(ctx: Context, restaurant: Restaurant): Promise<boolean> {
  await assertRole(ctx, restaurant.id, runs);
  return restaurant.secondFactorRequired || ctx.rules.requireSecondFactor;
}
