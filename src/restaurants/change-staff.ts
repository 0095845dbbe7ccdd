import { transact, type Work } from '../events/transact.ts';
import { type Authority, type Context, signedIn } from '../viewer.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, type Permission } from './restaurant-access.ts';

/** One change of a restaurant's staff, by whom and by what right. */
export interface StaffChange extends Work {
  readonly restaurant: Restaurant;
  readonly mine: Authority;
  /** The person who changes it. */
  readonly me: string;
}

/**
 * Changes who works at a restaurant, one change after the other. The right to is looked up again once it is this one's turn: of
 * two who dismiss each other at once, the second is on the staff no more. Throws NOT_FOUND or FORBIDDEN.
 */
export async function changeStaff<T>(
  ctx: Context,
  restaurantId: string,
  permission: Permission,
  work: (tx: StaffChange) => Promise<T>,
): Promise<T> {
  await assertRole(ctx, restaurantId, permission);
  const me = signedIn(ctx);
  const changed = await transact(ctx, restaurantId, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    const now = { viewer: ctx.viewer, audit: ctx.audit, em: tx.em, memo: new Map(), rules: ctx.rules };
    return work({ ...tx, restaurant, me, mine: await assertRole(now, restaurantId, permission) });
  });
  // The rest of this request may be about what is different now.
  ctx.memo.clear();
  return changed;
}
