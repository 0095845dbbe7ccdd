import type { Context } from '../viewer.ts';
import type { NewLine } from './add-lines.ts';
import { cartForEditing } from './cart-access.ts';
import { fillCart } from './fill-cart.ts';
import type { CartView } from './read-cart.ts';

export interface Addition {
  readonly cartId: string;
  readonly cartVersion: number | null;
  readonly lines: readonly NewLine[];
}

/** Adds lines to the viewer's cart, all or none. What others added meanwhile is no obstacle. */
export async function addToCart(
  ctx: Context,
  input: Addition,
  idempotencyKey: string,
): Promise<{ cart: CartView; replayed: boolean }> {
  const cart = await cartForEditing(ctx, input.cartId);
  const { lines, cartVersion: version } = input;
  const filling = {
    field: 'addToCart',
    key: idempotencyKey,
    input,
    version,
    how: 'ADD',
    byHand: true,
  } as const;
  return fillCart(ctx, cart, lines, filling);
}
