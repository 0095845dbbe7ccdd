import { randomUUIDv7 } from 'node:crypto';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { findRestaurantBySlug } from '../restaurants/find-restaurant.ts';
import { assertRole, servesGuests } from '../restaurants/restaurant-access.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import { type Context, signedIn, visitAt } from '../viewer.ts';
import { cartForReading, type OwnCart } from './cart-access.ts';

export interface CartPlace {
  readonly restaurantSlug: string;
  /** Staff only: enter an order for guests, at this table or, without one, for pickup. */
  readonly asStaff?: boolean;
  readonly tableId?: string | null;
}

/** The viewer's one cart at a restaurant, made if there is none. Throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN or VISIT_ENDED. */
export async function openCart(ctx: Context, place: CartPlace): Promise<OwnCart> {
  const { id: restaurantId } = await findRestaurantBySlug(ctx, place.restaurantSlug);
  const owner = place.asStaff
    ? await staffOwner(ctx, restaurantId, place.tableId ?? null)
    : await guestOwner(ctx, restaurantId);
  const scope = scoped(ctx.em, restaurantId);
  const { ownerKey, personId, visitId, tableId } = owner;
  // A guest who moves to another table keeps the cart; it goes to where the guest sits now, as a new version.
  const cart = await scope.row<{ id: string }>(sql`
    insert into cart as c (id, restaurant_id, owner_key, person_id, visit_id, table_id, version, created_at, updated_at)
    select ${randomUUIDv7()}::uuid, r.id, ${ownerKey}, ${personId}::uuid, ${visitId}::uuid, ${tableId}::uuid, 1, now(), now()
    from (select ${restaurantId}::uuid as id) r
    on conflict (restaurant_id, owner_key) do update set visit_id = excluded.visit_id, table_id = excluded.table_id,
      version = c.version + (row (c.visit_id, c.table_id) is distinct from row (excluded.visit_id, excluded.table_id))::int
      where c.restaurant_id = ${restaurantId}
    returning id`);
  return cartForReading(ctx, cart!.id);
}

type Owner = Pick<OwnCart, 'ownerKey' | 'personId' | 'visitId' | 'tableId'>;

async function guestOwner(ctx: Context, restaurantId: string): Promise<Owner> {
  const { viewer } = ctx;
  const visit = visitAt(ctx, restaurantId);
  if (visit) await assertVisitGoesOn(ctx, visit);
  const stay = { visitId: visit?.id ?? null, tableId: visit?.tableId ?? null };
  if (viewer.kind === 'person')
    return { ownerKey: `person:${viewer.personId}`, personId: viewer.personId, ...stay };
  if (visit) return { ownerKey: `visit:${visit.id}`, personId: null, ...stay };
  throw new Refusal('UNAUTHENTICATED', 'Start a visit or sign in first.');
}

async function staffOwner(ctx: Context, restaurantId: string, tableId: string | null): Promise<Owner> {
  const personId = signedIn(ctx);
  await assertRole(ctx, restaurantId, servesGuests);
  if (tableId) await assertTable(ctx, restaurantId, tableId);
  return { ownerKey: `staff:${personId}:${tableId ?? 'pickup'}`, personId, visitId: null, tableId };
}

async function assertTable(ctx: Context, restaurantId: string, tableId: string): Promise<void> {
  const table = await scoped(ctx.em, restaurantId).row(
    sql`select 1 from restaurant_table where restaurant_id = ${restaurantId} and id = ${tableId} and archived_at is null`,
  );
  if (!table) throw notFound();
}
