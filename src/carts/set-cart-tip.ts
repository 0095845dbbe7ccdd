import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertPayable } from './assert-payable.ts';
import { cartForEditing } from './cart-access.ts';
import { takeCart } from './change-cart.ts';
import type { CartEdit } from './edit-cart.ts';
import { type CartView, readCart } from './read-cart.ts';
import { tellCart } from './tell-cart.ts';
import type { AmountOrRate } from './totals.ts';
import { withinPayable } from './within-payable.ts';

/** What the guest gives on top; an amount of 0 takes it back. Throws BAD_USER_INPUT where no tips are taken, or not as much. */
export async function setCartTip(
  ctx: Context,
  { cartId, cartVersion }: CartEdit,
  tip: AmountOrRate,
): Promise<CartView> {
  const own = await cartForEditing(ctx, cartId);
  const { restaurantId } = own;
  const set = (most: number) =>
    transact(ctx, restaurantId, async (tx) => {
      await takeCart(ctx, tx, own, cartVersion);
      const given = await tx.row(sql`
      update cart c set tip = ${JSON.stringify(tip)}::jsonb from restaurant r
      where c.restaurant_id = ${restaurantId} and c.id = ${cartId} and r.id = c.restaurant_id and r.tips_allowed returning 1`);
      if (!given) throw refused('This restaurant takes no tips.');
      const cart = await readCart(tx, own, tx.now);
      if ('amount' in tip && cart.tip.amount < tip.amount)
        throw refused('A tip is at most twice the subtotal.');
      assertPayable(cart.total.amount, most);
      await tellCart(tx, own);
      return cart;
    });
  return withinPayable(ctx, own, set);
}

function refused(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'tip', message }] });
}
