import type { CartForPlacing } from '../carts/cart-for-placing.ts';
import { Refusal } from '../errors.ts';
import { openingAt } from '../restaurants/opening-at.ts';

/** Throws ORDERS_PAUSED or RESTAURANT_CLOSED when it is so at the moment that the order is wanted at. */
export function assertTakingOrders({ pause, openingHours, timeZone }: CartForPlacing, wantedAt: Date): void {
  if (pause && (!pause.until || wantedAt < pause.until)) {
    const { reason, until } = pause;
    throw new Refusal('ORDERS_PAUSED', undefined, { reason, until: until?.toISOString() ?? null });
  }
  const { open, until } = openingAt(openingHours, timeZone, wantedAt.toTemporalInstant());
  if (!open) throw new Refusal('RESTAURANT_CLOSED', undefined, { opensAt: until?.toString() ?? null });
}
