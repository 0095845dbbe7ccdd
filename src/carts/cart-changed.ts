import type { Fact } from '../events/transact.ts';
import type { OwnCart } from './cart-access.ts';
import { isShared } from './is-shared.ts';

/** What those who fill the cart together are to be told, and what they ordered if that is it. One's own is a draft that nobody follows. */
export function cartChanged(cart: Pick<OwnCart, 'id' | 'ownerKey'>, orderId: string | null = null): Fact[] {
  if (!isShared(cart)) return [];
  return [{ kind: 'cart.changed', subject: cart.id, ...(orderId ? { data: { orderId } } : {}) }];
}
