import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { servesGuests } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { cartForEditing } from './cart-access.ts';
import { changeCart } from './change-cart.ts';
import { emptyCart } from './empty-cart.ts';
import { isEntered } from './is-entered.ts';
import { type CartView, readCart } from './read-cart.ts';
import { tellCart } from './tell-cart.ts';

export interface CartEdit {
  readonly cartId: string;
  readonly cartVersion: number;
}

/** How many of a line there are: 1..99. */
export async function setQuantity(
  ctx: Context,
  { cartId, cartVersion }: CartEdit,
  lineId: string,
  quantity: number,
): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  const set = async (tx: Work): Promise<void> => {
    const line = await tx.row(sql`
      update cart_line set quantity = ${quantity}
      where restaurant_id = ${tx.restaurantId} and cart_id = ${cartId} and id = ${lineId} returning 1`);
    if (!line) throw notFound();
  };
  return changeCart(ctx, cart, cartVersion, set, { agreesTo: ({ id }) => id === lineId });
}

/** Takes a line out of the cart. */
export async function removeLine(
  ctx: Context,
  { cartId, cartVersion }: CartEdit,
  lineId: string,
): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  return changeCart(ctx, cart, cartVersion, async (tx) => {
    const line = await tx.row(sql`
      delete from cart_line where restaurant_id = ${tx.restaurantId} and cart_id = ${cartId} and id = ${lineId} returning 1`);
    if (!line) throw notFound();
  });
}

/** Takes everything out of the cart, the tip too. */
export async function clearCart(ctx: Context, { cartId, cartVersion }: CartEdit): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  return transact(ctx, cart.restaurantId, async (tx) => {
    if (isEntered(cart)) await holdRole(ctx, tx, servesGuests);
    await emptyCart(tx, cart, cartVersion);
    const emptied = await readCart(tx, cart, tx.now);
    await tellCart(tx, cart);
    return emptied;
  });
}
