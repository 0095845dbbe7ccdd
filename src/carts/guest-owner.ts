import { Refusal } from '../errors.ts';
import { type Context, visitAt } from '../viewer.ts';
import type { Owner } from './make-cart.ts';

/** As whom a guest or customer has a cart of one's own at a restaurant. Throws UNAUTHENTICATED. */
export function guestOwner(ctx: Context, restaurantId: string): Owner {
  const { viewer } = ctx;
  const visit = visitAt(ctx, restaurantId);
  const stay = { visitId: visit?.id ?? null, tableId: visit?.tableId ?? null };
  if (viewer.kind === 'person')
    return { ownerKey: `person:${viewer.personId}`, personId: viewer.personId, ...stay };
  if (visit) return { ownerKey: `visit:${visit.id}`, personId: null, ...stay };
  throw new Refusal('UNAUTHENTICATED', 'Start a visit or sign in first.');
}
