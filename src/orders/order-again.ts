import { cartForEditing } from '../carts/cart-access.ts';
import { fillCart } from '../carts/fill-cart.ts';
import type { CartView } from '../carts/read-cart.ts';
import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import { readDishes } from '../menus/read-dishes.ts';
import type { Context } from '../viewer.ts';
import { holdMovers } from './hold-movers.ts';
import { isOwn } from './is-own.ts';
import { orderForReading } from './order-access.ts';
import { type SameAgain, sameAgain } from './same-again.ts';

export interface Again {
  readonly orderId: string;
  readonly cartId: string;
}

export interface FilledAgain extends Omit<SameAgain, 'lines'> {
  readonly cart: CartView;
  readonly replayed: boolean;
  readonly currency: string;
  readonly locale: string;
}

/** Puts into a cart what an earlier order at the same restaurant had, as far as it can still be had, at the prices of this moment. */
export async function orderAgain(ctx: Context, input: Again, idempotencyKey: string): Promise<FilledAgain> {
  const order = await orderForReading(ctx, input.orderId);
  const cart = await cartForEditing(ctx, input.cartId);
  const { restaurantId, currency, locale } = order;
  if (cart.restaurantId !== restaurantId) throw notFound();
  const dishes = await readDishes(
    scoped(ctx.em, restaurantId),
    order.lines.map(({ itemId }) => itemId),
    ctx.now(),
  );
  const { lines, skipped, priceChanges } = sameAgain(order, dishes);
  const filling = { field: 'orderAgain', key: idempotencyKey, input, version: null, how: 'ADD' } as const;
  const filled = await fillCart(ctx, cart, lines, filling, async (tx) => {
    if (!isOwn(ctx.viewer, order)) await holdMovers(ctx, tx, order);
  });
  return { ...filled, skipped, priceChanges, currency, locale };
}
