import type { OwnCart } from '../carts/cart-access.ts';

/** By staff, for guests. */
export function isEntered({ ownerKey }: Pick<OwnCart, 'ownerKey'>): boolean {
  return ownerKey.startsWith('staff:');
}
