import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { Context, VisitClaim } from '../viewer.ts';
import { admitMember } from './admit-member.ts';
import { bringLines } from './bring-lines.ts';
import type { OwnCart } from './cart-access.ts';
import { tellCart } from './tell-cart.ts';

/** Lets a guest fill a cart that this transaction has locked, with what the guest had chosen alone. Throws CART_FULL. */
export async function joinAs(
  tx: Work,
  { viewer }: Context,
  cart: OwnCart,
  visit: VisitClaim,
  name: string | null,
): Promise<OwnCart> {
  const personId = viewer.kind === 'person' ? viewer.personId : null;
  const member = await admitMember(tx, cart.id, { visitId: visit.id, personId, name });
  const joined = { ...cart, visitId: visit.id, member };
  const owners = [...(personId ? [`person:${personId}`] : []), `visit:${visit.id}`];
  await bringLines(tx, owners, joined);
  await tx.rows(sql`
    update cart set version = version + 1, updated_at = now()
    where restaurant_id = ${tx.restaurantId} and id = ${cart.id}`);
  await tellCart(tx, joined);
  return joined;
}
