import { sql } from '../database/sql.ts';
import { transact, type Work } from '../events/transact.ts';
import type { Context, VisitClaim } from '../viewer.ts';
import { asking, type OwnCart } from './cart-access.ts';
import { joinAs } from './join-as.ts';
import { makeCart } from './make-cart.ts';
import { seatedVisit } from './seated-visit.ts';

/** The one cart of everybody who scanned the table's code and wants to share: whoever has the code sits there. */
export async function openTableCart(
  ctx: Context,
  at: VisitClaim | null,
  name: string | null,
): Promise<OwnCart> {
  const visit = seatedVisit(ctx.viewer, at);
  const { restaurantId, tableId } = visit;
  const { idle } = asking(ctx, restaurantId);
  return transact(ctx, restaurantId, async (tx) => {
    const cart = await makeCart(tx, { ownerKey: `table:${tableId}`, personId: null, visitId: null, tableId });
    await clearAfterOthers(tx, cart.id, idle);
    return joinAs(tx, ctx, cart, visit, name);
  });
}

/** When none of those who filled it sits here any more, what they left is nobody's, and their numbers begin anew. */
async function clearAfterOthers(tx: Work, cartId: string, idle: string): Promise<void> {
  const { restaurantId } = tx;
  const present = await tx.row(sql`
    select 1 from cart_member m join visit v on v.restaurant_id = m.restaurant_id and v.id = m.visit_id
    where m.restaurant_id = ${restaurantId} and m.cart_id = ${cartId} and m.left_at is null
      and coalesce(v.ended_at, v.used_at + ${idle}::interval) > now() limit 1`);
  if (present) return;
  await tx.rows(sql`delete from cart_line where restaurant_id = ${restaurantId} and cart_id = ${cartId}`);
  await tx.rows(sql`delete from cart_member where restaurant_id = ${restaurantId} and cart_id = ${cartId}`);
  await tx.rows(sql`
    update cart set version = version + 1, emptied_version = version + 1, share_code = null, tip = null,
      fulfilment = null, wished_at = null, about = '{}', allergies = '[]', heard = null
    where restaurant_id = ${restaurantId} and id = ${cartId}`);
}
