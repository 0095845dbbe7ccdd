import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { assertRole, servesGuests } from '../restaurants/restaurant-access.ts';
import { type Context, signedIn } from '../viewer.ts';
import { admitMember } from './admit-member.ts';
import { cartForReading, type OwnCart } from './cart-access.ts';
import { makeCart } from './make-cart.ts';

/** A cart for guests: of a table the one that all who serve it fill, for pickup one's own. */
export async function openStaffCart(
  ctx: Context,
  restaurantId: string,
  tableId: string | null,
): Promise<OwnCart> {
  const personId = signedIn(ctx);
  await assertRole(ctx, restaurantId, servesGuests);
  const scope = scoped(ctx.em, restaurantId);
  if (!tableId)
    return makeCart(scope, { ownerKey: `staff:${personId}:pickup`, personId, visitId: null, tableId });
  const table = await scope.row(
    sql`select 1 from restaurant_table where restaurant_id = ${restaurantId} and id = ${tableId} and archived_at is null`,
  );
  if (!table) throw notFound();
  const owner = { ownerKey: `staff:table:${tableId}`, personId: null, visitId: null, tableId };
  const cart = await cartForReading(ctx, (await makeCart(scope, owner)).id);
  if (cart.member !== null) return cart;
  return transact(ctx, restaurantId, async (tx) => {
    const { id, ...rest } = await makeCart(tx, owner);
    const member = await admitMember(tx, id, { visitId: null, personId, name: null });
    return { id, ...rest, member };
  });
}
