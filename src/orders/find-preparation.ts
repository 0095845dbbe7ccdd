import type { Preparation } from '../restaurants/preparation.ts';
import type { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole, seesOrders } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';

const nothing: Preparation = {
  orders: 0,
  p10: null,
  median: null,
  p90: null,
  ahead: null,
  each: null,
  promises: 0,
  medianOff: null,
  p90Off: null,
  kept: 0,
};

/** What a restaurant's last orders took and how far off its promises were, for the kitchen, the floor, managers and owners. */
export async function findPreparation(ctx: Context, { id, preparation }: Restaurant): Promise<Preparation> {
  await assertRole(ctx, id, seesOrders);
  return preparation ?? nothing;
}
