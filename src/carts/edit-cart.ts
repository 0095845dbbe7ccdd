import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { cartForEditing } from './cart-access.ts';
import { changeCart } from './change-cart.ts';
import type { CartView } from './read-cart.ts';
import { takeLines } from './take-lines.ts';

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
  const clear = async (tx: Work): Promise<void> => {
    await takeLines(tx, cartId);
  };
  return changeCart(ctx, cart, cartVersion, clear, { how: 'EMPTY' });
}
