import type { OwnCart } from '../carts/cart-access.ts';
import { type Context, viewerKey } from '../viewer.ts';

/** Counts a sentence for who says it, for the table and for the restaurant. Throws RATE_LIMITED. */
export function assertNotTooOften(
  ctx: Context,
  { restaurantId, tableId }: Pick<OwnCart, 'restaurantId' | 'tableId'>,
): Promise<void> {
  return ctx.throttle.pass(
    ['parse', viewerKey(ctx.viewer)],
    ...(tableId ? [['parseOfTable', tableId] as const] : []),
    ['parseOfRestaurant', restaurantId],
  );
}
