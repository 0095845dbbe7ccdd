import type { OwnCart } from './cart-access.ts';

/** By staff, for guests. */
export function isEntered({ ownerKey }: Pick<OwnCart, 'ownerKey'>): boolean {
  return ownerKey.startsWith('staff:');
}
