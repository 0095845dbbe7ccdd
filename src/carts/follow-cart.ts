import { Refusal } from '../errors.ts';
import { LiveSource } from '../events/live-source.ts';
import { changesRights } from '../restaurants/changes-rights.ts';
import type { Context, Viewer } from '../viewer.ts';
import { cartForReading } from './cart-access.ts';
import { isShared } from './is-shared.ts';

/** Follows a cart that several fill, for each of them as long as it is theirs. */
export async function followCart(
  ctx: Context,
  cartId: string,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { viewer } = ctx;
  const cart = await cartForReading(ctx, cartId);
  if (!isShared(cart)) throw new Refusal('FORBIDDEN', 'Nobody but you changes this cart: share it first.');
  return new LiveSource<Viewer>({
    stream: cart.restaurantId,
    topic: 'cart',
    subject: cartId,
    after,
    concerns: (event) =>
      changesRights(viewer, event) ||
      (event.topic === 'visit' && event.subject === cart.visitId) ||
      (event.kind === 'cart.left' && event.subject === cartId),
    // Each sees what is `mine`, so nobody shares these messages.
    rights: async (asking) => {
      await cartForReading(asking, cartId);
      return asking.viewer;
    },
  });
}
