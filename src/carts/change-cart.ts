import { sql } from '../database/sql.ts';
import { conflict } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { servesGuests } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { agreePrices } from './agree-prices.ts';
import { assertPayable } from './assert-payable.ts';
import type { OwnCart } from './cart-access.ts';
import { isEntered } from './is-entered.ts';
import { mostHeard } from './most-heard.ts';
import { type CartLineView, type CartView, readCart } from './read-cart.ts';
import { tellCart } from './tell-cart.ts';
import { wantedAt } from './wanted-at.ts';
import { withinPayable } from './within-payable.ts';

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
  const change = (most: number) =>
    transact(ctx, cart.restaurantId, async (tx) => {
      await takeCart(ctx, tx, cart, version, how);
      await work(tx);
      const seen = await readCart(tx, cart, tx.now);
      const changed = (await agreePrices(tx, seen.lines.filter(agreesTo)))
        ? await readCart(tx, cart, tx.now)
        : seen;
      assertPayable(changed.total.amount, most);
      await tellCart(tx, cart);
      return changed;
    });
  return withinPayable(ctx, cart, change);
}

/**
 * An edit is of the cart that was seen. An addition goes with whatever others did meanwhile, and so needs no version, unless all of
 * that was ordered or cleared since.
 */
export type How = 'EDIT' | 'ADD';

/**
 * Locks the cart, raises its version and answers with the moment that it is wanted for; of staff's, whoever fills it serves guests
 * until it is done. `picked`: the ids of what is chosen by hand with it, remembered after what was not understood. Throws CONFLICT
 * with the cart as it is now.
 */
export async function takeCart(
  ctx: Context,
  tx: Work,
  cart: Pick<OwnCart, 'id' | 'member' | 'ownerKey'>,
  version: number | null,
  how: How = 'EDIT',
  picked: readonly string[] = [],
): Promise<Date> {
  if (isEntered(cart)) await holdRole(ctx, tx, servesGuests);
  const taken = await tx.row<{ wishedAt: string | null }>(sql`
    update cart set version = version + 1, updated_at = now(),
      heard = case when jsonb_array_length(heard) < ${mostHeard}::int then heard || to_jsonb(${picked}::text[]) else heard end
    where restaurant_id = ${tx.restaurantId} and id = ${cart.id}
      and coalesce(${version}::int, version) between case when ${how === 'ADD'}::boolean then emptied_version else version end and version
    returning wished_at as "wishedAt"`);
  if (taken) return wantedAt(taken.wishedAt, tx.now);
  const current = await readCart(tx, cart, tx.now);
  throw conflict(current.version, current);
}
