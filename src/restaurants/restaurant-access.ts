import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { type Context, remembered } from '../viewer.ts';
import type { Role } from './role.ts';

/** Owners and managers run the restaurant: its menu, its tables, its people. */
export const runs: readonly Role[] = ['OWNER', 'MANAGER'];
/** The people in front close tables and enter orders for guests. */
export const servesGuests: readonly Role[] = ['OWNER', 'MANAGER', 'FLOOR'];
/** Whoever cooks or serves sees the kitchen's tickets; couriers do not. */
export const seesTickets: readonly Role[] = ['OWNER', 'MANAGER', 'FLOOR', 'KITCHEN'];
/** Whoever works here, couriers included. */
export const worksHere: readonly Role[] = [...seesTickets, 'COURIER'];

/** Throws NOT_FOUND for whoever does not work here, FORBIDDEN for whoever does in another role. */
export async function assertRole(
  ctx: Context,
  restaurantId: string,
  allowed: readonly Role[],
): Promise<Role> {
  const role = await roleIn(ctx, restaurantId);
  if (!role) throw notFound();
  if (!allowed.includes(role)) throw new Refusal('FORBIDDEN', `This is for ${allowed.join(', ')}.`);
  return role;
}

/** The viewer's role in a restaurant, or null. */
export async function roleIn(ctx: Context, restaurantId: string): Promise<Role | null> {
  const { viewer } = ctx;
  if (viewer.kind === 'crew') return viewer.restaurantId === restaurantId ? viewer.role : null;
  if (viewer.kind !== 'person') return null;
  return remembered(ctx, `role ${restaurantId} ${viewer.personId}`, async () => {
    const staff = await scoped(ctx.em, restaurantId).row<{ role: Role }>(
      sql`select role from staff where restaurant_id = ${restaurantId} and person_id = ${viewer.personId}`,
    );
    return staff?.role ?? null;
  });
}
