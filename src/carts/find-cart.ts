import { scoped } from '../database/scoped.ts';
import type { Context } from '../viewer.ts';
import { cartForReading } from './cart-access.ts';
import { type CartPlace, openCart } from './open-cart.ts';
import { type CartView, readCart } from './read-cart.ts';

/** The viewer's own cart, by id. */
export async function findCart(ctx: Context, id: string): Promise<CartView> {
  const cart = await cartForReading(ctx, id);
  return readCart(scoped(ctx.em, cart.restaurantId), cart, ctx.now());
}

/** The viewer's one cart at a restaurant, made if there is none. */
export async function findOrOpenCart(ctx: Context, place: CartPlace): Promise<CartView> {
  const cart = await openCart(ctx, place);
  return readCart(scoped(ctx.em, cart.restaurantId), cart, ctx.now());
}
