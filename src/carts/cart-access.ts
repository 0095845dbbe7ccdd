import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { assertRole, servesGuests } from '../restaurants/restaurant-access.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import { type Context, type Viewer, visitAt } from '../viewer.ts';
import { isEntered } from './is-entered.ts';

/** A cart somebody may use: which one, whose, where. */
export interface OwnCart {
  readonly id: string;
  readonly restaurantId: string;
  readonly ownerKey: string;
  readonly personId: string | null;
  /** That it was filled on; of a cart that several fill the viewer's own. */
  readonly visitId: string | null;
  readonly tableId: string | null;
  readonly version: number;
  /** The viewer's number among those who fill it; null in a cart of one's own. */
  readonly member: number | null;
}

/**
 * The cart, to look at, for its owner or for those who fill it together. Anybody else's does not exist, nor does one at a restaurant
 * that is archived. Throws VISIT_ENDED for a guest whose table's cart it was.
 */
export async function cartForReading(ctx: Context, id: string): Promise<OwnCart> {
  const restaurantId = await restaurantOf(ctx.em, 'cart', id);
  if (!restaurantId) throw notFound();
  const { visitId, personId, idle } = asking(ctx, restaurantId);
  const cart = await scoped(ctx.em, restaurantId).row<OwnCart & { left: boolean }>(sql`
    select c.id, c.restaurant_id as "restaurantId", c.owner_key as "ownerKey", c.person_id as "personId",
      coalesce(c.visit_id, m.visit_id) as "visitId", c.table_id as "tableId", c.version, m.number as member,
      coalesce(v.ended_at, v.used_at + ${idle}::interval) <= now() as left
    from cart c join restaurant r on r.id = c.restaurant_id and coalesce(r.archived_at, r.suspended_at) is null
    left join cart_member m on m.restaurant_id = c.restaurant_id and m.cart_id = c.id and m.left_at is null
      and (m.visit_id = ${visitId}::uuid or m.visit_id is null and m.person_id = ${personId}::uuid)
    left join visit v on v.restaurant_id = m.restaurant_id and v.id = m.visit_id
    where c.restaurant_id = ${restaurantId} and c.id = ${id}`);
  if (!cart || !owns(ctx.viewer, cart)) throw notFound();
  if (isEntered(cart)) await assertRole(ctx, restaurantId, servesGuests);
  if (cart.left) throw new Refusal('VISIT_ENDED');
  return cart;
}

/** The cart, to change: the visit it is filled on must go on. Throws NOT_FOUND or VISIT_ENDED. */
export async function cartForEditing(ctx: Context, id: string): Promise<OwnCart> {
  const cart = await cartForReading(ctx, id);
  await assertMayGoOn(ctx, cart);
  return cart;
}

/** Staff must still serve guests here; the visit that the cart was filled on must go on, whatever the request says of it. */
export async function assertMayGoOn(
  ctx: Context,
  cart: Pick<OwnCart, 'restaurantId' | 'ownerKey' | 'visitId' | 'tableId'>,
): Promise<void> {
  const { restaurantId, visitId, tableId } = cart;
  if (isEntered(cart)) {
    await assertRole(ctx, restaurantId, servesGuests);
    return;
  }
  if (visitId) await assertVisitGoesOn(ctx, { id: visitId, restaurantId, tableId });
}

/** Whose it is by its key, or who fills it with others. A person who carries a visit is the guest of that visit too. */
export function owns(viewer: Viewer, { ownerKey, member }: Pick<OwnCart, 'ownerKey' | 'member'>): boolean {
  if (viewer.kind !== 'guest' && viewer.kind !== 'person') return false;
  if (member !== null || (viewer.visit && ownerKey === `visit:${viewer.visit.id}`)) return true;
  if (viewer.kind === 'guest') return false;
  const { personId } = viewer;
  return (
    ownerKey === `person:${personId}` ||
    ownerKey.startsWith(`staff:${personId}:`) ||
    ownerKey.startsWith('staff:table:')
  );
}

/** As whom a statement looks for the viewer among those who fill a cart. */
export function asking(
  ctx: Context,
  restaurantId: string,
): { visitId: string | null; personId: string | null; idle: string } {
  return {
    visitId: visitAt(ctx, restaurantId)?.id ?? null,
    personId: ctx.viewer.kind === 'person' ? ctx.viewer.personId : null,
    idle: `${ctx.rules.visitIdleMinutes} minutes`,
  };
}
