import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { cartForEditing } from './cart-access.ts';
import { takeCart } from './change-cart.ts';
import { guestOwner } from './guest-owner.ts';
import { isShared } from './is-shared.ts';
import { makeCart } from './make-cart.ts';
import { moveLines } from './move-lines.ts';
import { type CartView, readCart } from './read-cart.ts';
import { tellCart } from './tell-cart.ts';

/** A guest fills the cart with the others no longer, and takes along what was added by the guest, into a cart of one's own. */
export async function leaveCart(ctx: Context, cartId: string): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  const { restaurantId, visitId, member } = cart;
  if (!isShared(cart) || visitId === null)
    throw new Refusal('FORBIDDEN', 'Only guests who share a cart leave it.');
  return transact(ctx, restaurantId, async (tx) => {
    await takeCart(ctx, tx, cart, null, 'ADD');
    await tx.rows(sql`
      update cart_member set left_at = now()
      where restaurant_id = ${restaurantId} and cart_id = ${cartId} and number = ${member}`);
    const own = await makeCart(tx, guestOwner(ctx, restaurantId));
    await moveLines(tx, cart, own);
    await tellCart(tx, cart, [{ kind: 'cart.left', subject: cartId }]);
    return readCart(tx, own, tx.now);
  });
}
