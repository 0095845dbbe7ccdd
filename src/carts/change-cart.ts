import { sql } from '../database/sql.ts';
import { conflict } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { agreePrices } from './agree-prices.ts';
import { assertPayable } from './assert-payable.ts';
import type { OwnCart } from './cart-access.ts';
import { type CartLineView, type CartView, readCart } from './read-cart.ts';
import { tellCart } from './tell-cart.ts';
import type { AmountOrRate } from './totals.ts';

export interface Change {
  readonly how?: How;
  /** Lines whose price of this moment the guest agrees to with it. */
  agreesTo?(line: CartLineView): boolean;
}

/** Changes a cart in one transaction under its version, and tells those who fill it together. */
export async function changeCart(
  ctx: Context,
  cart: OwnCart,
  version: number,
  work: (tx: Work) => Promise<void>,
  { how, agreesTo = () => false }: Change = {},
): Promise<CartView> {
  return transact(ctx, cart.restaurantId, async (tx) => {
    await takeCart(tx, cart, version, how);
    await work(tx);
    const seen = await readCart(tx, cart, tx.now);
    const changed = (await agreePrices(tx, seen.lines.filter(agreesTo)))
      ? await readCart(tx, cart, tx.now)
      : seen;
    assertPayable(changed.total.amount);
    await tellCart(tx, cart);
    return changed;
  });
}

/**
 * An edit is of the cart that was seen. An addition goes with whatever others did meanwhile, and so needs no version, unless all of
 * that was ordered or cleared since. To empty it is an edit of everything.
 */
export type How = 'EDIT' | 'ADD' | 'EMPTY';

/** Locks the cart, raises its version and answers with its tip. Throws CONFLICT with the cart as it is now. */
export async function takeCart(
  tx: Work,
  cart: Pick<OwnCart, 'id' | 'member'>,
  version: number | null,
  how: How = 'EDIT',
): Promise<AmountOrRate | null> {
  const taken = await tx.row<{ tip: AmountOrRate | null }>(sql`
    update cart set version = version + 1, updated_at = now(),
      emptied_version = case when ${how === 'EMPTY'}::boolean then version + 1 else emptied_version end
    where restaurant_id = ${tx.restaurantId} and id = ${cart.id}
      and coalesce(${version}::int, version) between case when ${how === 'ADD'}::boolean then emptied_version else version end and version
    returning tip`);
  if (taken) return taken.tip;
  const current = await readCart(tx, cart, tx.now);
  throw conflict(current.version, current);
}
