import { notFound, Refusal } from '../errors.ts';
import { findRestaurantBySlug } from '../restaurants/find-restaurant.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';

/** A restaurant by one of its names. */
export interface WhichMenu {
  readonly restaurantId?: string | null;
  readonly restaurantSlug?: string | null;
}

/** Everybody lists what is shown of an open restaurant's menu; whoever cooks, serves or runs the place lists the rest too. */
export async function menuForListing(
  ctx: Context,
  { restaurantId, restaurantSlug }: WhichMenu,
  forStaff: boolean,
): Promise<string> {
  if ((restaurantId == null) === (restaurantSlug == null))
    throw new Refusal('BAD_USER_INPUT', 'Say which restaurant, by its id or by its slug.');
  const id = restaurantId ?? (await findRestaurantBySlug(ctx, restaurantSlug!)).id;
  if (forStaff) await assertRole(ctx, id, seesWholeMenu);
  else if (restaurantId != null) await assertOpen(ctx, id);
  return id;
}

async function assertOpen({ em }: Context, id: string): Promise<void> {
  if (!(await em.findOne(Restaurant, { id, archivedAt: null, suspendedAt: null }))) throw notFound();
}
