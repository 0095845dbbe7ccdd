import type { Context } from '../viewer.ts';
import { cartForEditing } from './cart-access.ts';
import { changeCart } from './change-cart.ts';
import type { CartEdit } from './edit-cart.ts';
import type { CartView } from './read-cart.ts';

/** The guest has seen what everything costs now, and wants it all the same. */
export async function acceptPrices(ctx: Context, { cartId, cartVersion }: CartEdit): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  return changeCart(ctx, cart, cartVersion, async () => {}, { agreesTo: () => true });
}
