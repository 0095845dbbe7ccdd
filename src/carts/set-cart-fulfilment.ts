import { sql } from '../database/sql.ts';
import { transact } from '../events/transact.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import type { Context } from '../viewer.ts';
import { assertOffered } from './assert-offered.ts';
import { cartForEditing } from './cart-access.ts';
import type { CartWish } from './cart-wish.ts';
import { takeCart } from './change-cart.ts';
import type { CartEdit } from './edit-cart.ts';
import { type CartView, readCart } from './read-cart.ts';
import { refuseFaults } from './refuse-faults.ts';
import { tellCart } from './tell-cart.ts';
import { usualFulfilment } from './usual-fulfilment.ts';
import { wishFaults } from './wish-faults.ts';

/**
 * How and when it is wanted: what the cart comes to and what may be in it goes by that, and placing takes both along. Throws
 * FULFILMENT_UNAVAILABLE or BAD_USER_INPUT.
 */
export async function setCartFulfilment(
  ctx: Context,
  { cartId, cartVersion }: CartEdit,
  wish: CartWish,
): Promise<CartView> {
  const own = await cartForEditing(ctx, cartId);
  const { restaurantId } = own;
  return transact(ctx, restaurantId, async (tx) => {
    await takeCart(ctx, tx, own, cartVersion);
    const offered = await tx.row<{ fulfilments: Fulfilment[] }>(sql`
      update cart c set fulfilment = ${wish.fulfilment}, wished_at = ${wish.wishedAt} from restaurant r
      where c.restaurant_id = ${restaurantId} and c.id = ${cartId} and r.id = c.restaurant_id returning r.fulfilments`);
    const fulfilment = wish.fulfilment ?? usualFulfilment(own);
    assertOffered(fulfilment, offered!.fulfilments);
    refuseFaults(wishFaults({ ...wish, fulfilment }, own, tx.now));
    const cart = await readCart(tx, own, tx.now);
    await tellCart(tx, own);
    return cart;
  });
}
