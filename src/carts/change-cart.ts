import { sql } from '../database/sql.ts';
import { conflict, notFound } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertPayable } from './assert-payable.ts';
import type { OwnCart } from './cart-access.ts';
import { type CartView, readCart } from './read-cart.ts';
import type { AmountOrRate } from './totals.ts';

/** Changes a cart in one transaction under its version. A cart is a draft, so nothing is told; placing tells. */
export async function changeCart(
  ctx: Context,
  cart: OwnCart,
  version: number,
  work: (tx: Work) => Promise<void>,
): Promise<CartView> {
  return transact(ctx, cart.restaurantId, async (tx) => {
    await takeCart(tx, cart.id, version);
    await work(tx);
    const changed = await readCart(tx, cart.id);
    assertPayable(changed.total.amount);
    return changed;
  });
}

/** Locks the cart, raises its version and answers with its tip. Throws CONFLICT with the current version. */
export async function takeCart(tx: Work, id: string, version: number): Promise<AmountOrRate | null> {
  const taken = await tx.row<{ tip: AmountOrRate | null }>(sql`
    update cart set version = version + 1, updated_at = now()
    where restaurant_id = ${tx.restaurantId} and id = ${id} and version = ${version} returning tip`);
  if (taken) return taken.tip;
  const current = await tx.row<{ version: number }>(
    sql`select version from cart where restaurant_id = ${tx.restaurantId} and id = ${id}`,
  );
  if (!current) throw notFound();
  throw conflict(current.version);
}
