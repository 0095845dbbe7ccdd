import { scoped } from '../database/scoped.ts';
import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import type { OwnCart } from './cart-access.ts';
import { mostMoney } from './most-money.ts';
import { readCart } from './read-cart.ts';

/**
 * Changes a cart, which may then come to what an order comes to at most. One that prices have driven beyond that may be changed still,
 * as long as it comes to no more than before: it has to become cheaper somehow.
 */
export async function withinPayable<T>(
  ctx: Context,
  cart: OwnCart,
  change: (most: number) => Promise<T>,
): Promise<T> {
  try {
    return await change(mostMoney);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'CART_FULL')) throw error;
    const { total } = await readCart(scoped(ctx.em, cart.restaurantId), cart, ctx.now());
    if (total.amount <= mostMoney) throw error;
    return change(total.amount);
  }
}
