import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import type { Context } from '../viewer.ts';
import type { OwnCart } from './cart-access.ts';
import { findJoined } from './find-joined.ts';
import { joinAs } from './join-as.ts';
import { type CartView, readCart } from './read-cart.ts';
import { seatedVisit } from './seated-visit.ts';

/**
 * A guest joins those at the same table who fill a cart together, by the code that one of them tells. Wrong codes are counted, for the
 * guest and for the table. Throws NOT_FOUND, FORBIDDEN, VISIT_ENDED, CART_FULL or RATE_LIMITED.
 */
export async function joinCart(ctx: Context, code: string, name: string | null): Promise<CartView> {
  const { viewer } = ctx;
  const visit = seatedVisit(
    viewer,
    viewer.kind === 'guest' || viewer.kind === 'person' ? viewer.visit : null,
  );
  const { restaurantId, tableId } = visit;
  await assertVisitGoesOn(ctx, visit);
  const scope = scoped(ctx.em, restaurantId);
  let cart: OwnCart | undefined;
  const find = async (): Promise<boolean> => {
    cart = await scope.row<OwnCart>(sql`
      select id, restaurant_id as "restaurantId", owner_key as "ownerKey", person_id as "personId", visit_id as "visitId",
        table_id as "tableId", version, null as member
      from cart where restaurant_id = ${restaurantId} and table_id = ${tableId} and share_code = ${code}`);
    return cart !== undefined;
  };
  await ctx.throttle.guess(
    [
      ['joinCart', visit.id],
      ['joinCart', `table ${tableId}`],
    ],
    find,
  );
  if (!cart) throw notFound();
  const shared = cart;
  const before = await findJoined(ctx, visit);
  if (before && before.id !== shared.id)
    throw new Refusal('FORBIDDEN', 'Leave the cart that you fill with others first.');
  if (before) return readCart(scope, before, ctx.now());
  return transact(ctx, restaurantId, async (tx) => {
    const locked = await tx.row(sql`
      update cart set updated_at = now()
      where restaurant_id = ${restaurantId} and id = ${shared.id} and share_code = ${code} returning 1`);
    if (!locked) throw notFound();
    return readCart(tx, await joinAs(tx, ctx, shared, visit, name), tx.now);
  });
}
