import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { guestOwner } from './guest-owner.ts';
import { makeCart } from './make-cart.ts';
import { type CartView, readCart } from './read-cart.ts';

/** The viewer's own cart at the restaurant of one that the viewer has left. */
export async function findCartBeside(ctx: Context, leftId: string): Promise<CartView> {
  const restaurantId = await restaurantOf(ctx.em, 'cart', leftId);
  if (!restaurantId) throw notFound();
  const scope = scoped(ctx.em, restaurantId);
  return readCart(scope, await makeCart(scope, guestOwner(ctx, restaurantId)), ctx.now());
}
