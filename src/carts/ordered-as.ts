import type { Happening } from '../events/read-events.ts';

/** The order that a change of a cart made of what was in it, if that was what happened. */
export function orderedAs(event: Happening | null): string | null {
  const orderId = event?.data['orderId'];
  return typeof orderId === 'string' ? orderId : null;
}
