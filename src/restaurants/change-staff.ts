import { type Context, signedIn } from '../viewer.ts';
import { changeRestaurant, type RestaurantChange } from './change-restaurant.ts';
import type { Permission } from './restaurant-access.ts';

/** One change of a restaurant's staff, by whom and by what right. */
export interface StaffChange extends RestaurantChange {
  /** The person who changes it. */
  readonly me: string;
}

/** Changes who works at a restaurant: of two who dismiss each other at once, the second is on the staff no more. Throws NOT_FOUND or FORBIDDEN. */
export async function changeStaff<T>(
  ctx: Context,
  restaurantId: string,
  permission: Permission,
  work: (tx: StaffChange) => Promise<T>,
): Promise<T> {
  const changed = await changeRestaurant(ctx, restaurantId, permission, (tx) =>
    work({ ...tx, me: signedIn(ctx) }),
  );
  // The rest of this request may be about what is different now.
  ctx.memo.clear();
  return changed;
}
