import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { assertRole, servesGuests } from '../restaurants/restaurant-access.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import type { Context, Viewer } from '../viewer.ts';

/** A cart somebody may use: which one, whose, where. */
export interface OwnCart {
  readonly id: string;
  readonly restaurantId: string;
  readonly ownerKey: string;
  readonly personId: string | null;
  readonly visitId: string | null;
  readonly tableId: string | null;
  readonly version: number;
}

/** The owner's cart, to look at. Somebody else's does not exist, nor does one at a restaurant that is archived. */
export async function cartForReading(ctx: Context, id: string): Promise<OwnCart> {
  const restaurantId = await restaurantOf(ctx.em, 'cart', id);
  if (!restaurantId) throw notFound();
  const cart = await scoped(ctx.em, restaurantId).row<OwnCart>(sql`
    select c.id, c.restaurant_id as "restaurantId", c.owner_key as "ownerKey", c.person_id as "personId", c.visit_id as "visitId",
      c.table_id as "tableId", c.version
    from cart c join restaurant r on r.id = c.restaurant_id and coalesce(r.archived_at, r.suspended_at) is null
    where c.restaurant_id = ${restaurantId} and c.id = ${id}`);
  if (!cart || !owns(ctx.viewer, cart.ownerKey)) throw notFound();
  if (cart.ownerKey.startsWith('staff:')) await assertRole(ctx, restaurantId, servesGuests);
  return cart;
}

/** The owner's cart, to change or to order: the visit it was filled on must go on. Throws NOT_FOUND or VISIT_ENDED. */
export async function cartForEditing(ctx: Context, id: string): Promise<OwnCart> {
  const cart = await cartForReading(ctx, id);
  await assertMayGoOn(ctx, cart);
  return cart;
}

/** Staff must still serve guests here; the visit that the cart was filled on must go on, whatever the request says of it. */
export async function assertMayGoOn(
  ctx: Context,
  { restaurantId, ownerKey, visitId, tableId }: OwnCart,
): Promise<void> {
  if (ownerKey.startsWith('staff:')) {
    await assertRole(ctx, restaurantId, servesGuests);
    return;
  }
  if (visitId) await assertVisitGoesOn(ctx, { id: visitId, restaurantId, tableId });
}

export function owns(viewer: Viewer, ownerKey: string): boolean {
  if (viewer.kind === 'guest') return ownerKey === `visit:${viewer.visit.id}`;
  if (viewer.kind !== 'person') return false;
  return ownerKey === `person:${viewer.personId}` || ownerKey.startsWith(`staff:${viewer.personId}:`);
}
