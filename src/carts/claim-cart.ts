import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import type { Context, VisitClaim } from '../viewer.ts';
import { bringLines } from './bring-lines.ts';
import { guestOwner } from './guest-owner.ts';
import { makeCart } from './make-cart.ts';

/**
 * A guest who has signed in keeps the cart: it becomes the person's, or goes into the one that the person has here already, whose tip stays where there is one. If that
 * cannot hold both, the guest's stays with the visit.
 */
export async function claimCart(ctx: Context, visit: VisitClaim): Promise<void> {
  const { viewer } = ctx;
  const { restaurantId } = visit;
  const ofVisit = `visit:${visit.id}`;
  if (viewer.kind !== 'person') return;
  const guests = await scoped(ctx.em, restaurantId).row(
    sql`select 1 from cart where restaurant_id = ${restaurantId} and owner_key = ${ofVisit}`,
  );
  if (!guests) return;
  const owner = guestOwner(ctx, restaurantId);
  const claim = async (tx: Work): Promise<void> => {
    const own = await makeCart(tx, owner);
    await tx.rows(sql`
      update cart c set version = c.version + 1, updated_at = now()
      where c.restaurant_id = ${restaurantId} and c.id = ${own.id}`);
    await bringLines(tx, [ofVisit], own);
  };
  await transact(ctx, restaurantId, claim).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'CART_FULL')) throw error;
  });
}
