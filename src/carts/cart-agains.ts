import type { Context } from '../viewer.ts';
import type { CartEdit } from './edit-cart.ts';
import { findCart } from './find-cart.ts';
import { findCartBeside } from './find-cart-beside.ts';
import type { CartView } from './read-cart.ts';

/** What a repeated change of a cart is answered with. */
export const cartAgains = {
  Cart: (ctx: Context, { input }: { input: CartEdit }): Promise<CartView> => findCart(ctx, input.cartId),
  openCart: null,
  shareCart: (ctx: Context, { cartId }: { cartId: string }): Promise<CartView> => findCart(ctx, cartId),
  joinCart: null,
  leaveCart: (ctx: Context, { cartId }: { cartId: string }): Promise<CartView> => findCartBeside(ctx, cartId),
};
