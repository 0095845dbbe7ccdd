import type { Fact, Work } from '../events/transact.ts';
import type { OwnCart } from './cart-access.ts';
import { cartChanged } from './cart-changed.ts';

/** Tells those who fill the cart together that it has changed, if anybody does. */
export async function tellCart(tx: Work, cart: OwnCart, more: readonly Fact[] = []): Promise<void> {
  const facts = [...cartChanged(cart), ...more];
  if (facts.length > 0) await tx.tell(facts);
}
