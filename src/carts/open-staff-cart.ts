import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { servesGuests } from '../restaurants/restaurant-access.ts';
import { type Context, signedIn } from '../viewer.ts';
import { admitMember } from './admit-member.ts';
import type { OwnCart } from './cart-access.ts';
import { makeCart } from './make-cart.ts';

/** A cart for guests: of a table the one that all who serve it fill, for pickup one's own. */
export async function openStaffCart(
  ctx: Context,
  restaurantId: string,
  tableId: string | null,
): Promise<OwnCart> {
  const personId = signedIn(ctx);
  return transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, servesGuests);
    if (!tableId)
      return makeCart(tx, { ownerKey: `staff:${personId}:pickup`, personId, visitId: null, tableId });
    const table = await tx.row(
      sql`select 1 from restaurant_table where restaurant_id = ${restaurantId} and id = ${tableId} and archived_at is null`,
    );
    if (!table) throw notFound();
    const owner = { ownerKey: `staff:table:${tableId}`, personId: null, visitId: null, tableId };
    const cart = await makeCart(tx, owner);
    return { ...cart, member: await admitMember(tx, cart.id, { visitId: null, personId, name: null }) };
  });
}
