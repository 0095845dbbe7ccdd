import { transact } from '../events/transact.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { addLines, type NewLine } from './add-lines.ts';
import { assertPayable } from './assert-payable.ts';
import type { OwnCart } from './cart-access.ts';
import { type How, takeCart } from './change-cart.ts';
import { type CartView, readCart } from './read-cart.ts';
import { tellCart } from './tell-cart.ts';

export interface Filling {
  /** The mutation and its key, which with the same input fills once. */
  readonly field: string;
  readonly key: string;
  readonly input: unknown;
  readonly version: number | null;
  readonly how: Exclude<How, 'EMPTY'>;
  /** Lines may still lack a required choice. */
  readonly unfinished?: boolean;
}

/** Puts lines into a cart, all or none, once for a key. */
export async function fillCart(
  ctx: Context,
  cart: OwnCart,
  lines: readonly NewLine[],
  { field, key, input, version, how, unfinished }: Filling,
): Promise<{ cart: CartView; replayed: boolean }> {
  return transact(ctx, cart.restaurantId, async (tx) => {
    const viewer = viewerKey(ctx.viewer);
    const earlier = await tx.once({ viewer, field, key, input, makes: cart.id });
    const fills = !earlier && lines.length > 0;
    if (fills) {
      await takeCart(tx, cart, version, how);
      await addLines(tx, cart, lines, unfinished);
    }
    const filled = await readCart(tx, cart, tx.now);
    if (!earlier) assertPayable(filled.total.amount);
    if (fills) await tellCart(tx, cart);
    return { cart: filled, replayed: earlier !== null };
  });
}
