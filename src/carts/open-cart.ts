import { scoped } from '../database/scoped.ts';
import { findRestaurantBySlug } from '../restaurants/find-restaurant.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import { type Context, visitAt } from '../viewer.ts';
import type { OwnCart } from './cart-access.ts';
import { claimCart } from './claim-cart.ts';
import { findJoined } from './find-joined.ts';
import { guestOwner } from './guest-owner.ts';
import { makeCart } from './make-cart.ts';
import { openStaffCart } from './open-staff-cart.ts';
import { openTableCart } from './open-table-cart.ts';

export interface CartPlace {
  readonly restaurantSlug: string;
  /** Staff only: enter an order for guests, at this table or, without one, for pickup. */
  readonly asStaff?: boolean;
  readonly tableId?: string | null;
  /** The one that guests of the table fill together, with the name of this one. */
  readonly shared?: boolean;
  readonly name?: string | null;
}

/**
 * The viewer's one cart at a restaurant, made if there is none: the one that is filled together with others, if any, or one's own.
 * Throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, VISIT_ENDED or CART_FULL.
 */
export async function openCart(ctx: Context, place: CartPlace): Promise<OwnCart> {
  const { id: restaurantId } = await findRestaurantBySlug(ctx, place.restaurantSlug);
  if (place.asStaff) return openStaffCart(ctx, restaurantId, place.tableId ?? null);
  const visit = visitAt(ctx, restaurantId);
  if (visit) await assertVisitGoesOn(ctx, visit);
  const joined = visit && (await findJoined(ctx, visit));
  if (joined) return joined;
  if (place.shared) return openTableCart(ctx, visit, place.name ?? null);
  if (visit) await claimCart(ctx, visit);
  return makeCart(scoped(ctx.em, restaurantId), guestOwner(ctx, restaurantId));
}
