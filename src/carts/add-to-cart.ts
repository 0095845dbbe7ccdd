import { transact } from '../events/transact.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { addLines, type NewLine } from './add-lines.ts';
import { assertPayable } from './assert-payable.ts';
import { cartForEditing } from './cart-access.ts';
import { takeCart } from './change-cart.ts';
import { type CartView, readCart } from './read-cart.ts';

export interface Addition {
  readonly cartId: string;
  readonly cartVersion: number;
  readonly lines: readonly NewLine[];
}

/** Adds lines to the viewer's cart, all or none. */
export async function addToCart(
  ctx: Context,
  input: Addition,
  idempotencyKey: string,
): Promise<{ cart: CartView; replayed: boolean }> {
  const { id, restaurantId } = await cartForEditing(ctx, input.cartId);
  return transact(ctx, restaurantId, async (tx) => {
    const viewer = viewerKey(ctx.viewer);
    const earlier = await tx.once({ viewer, field: 'addToCart', key: idempotencyKey, input, makes: id });
    if (!earlier) {
      await takeCart(tx, id, input.cartVersion);
      await addLines(tx, id, input.lines);
    }
    const cart = await readCart(tx, id);
    if (!earlier) assertPayable(cart.total.amount);
    return { cart, replayed: earlier !== null };
  });
}
