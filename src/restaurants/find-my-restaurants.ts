import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import { type Context, signedIn } from '../viewer.ts';
import { knownStaff } from './known-staff.ts';
import { Restaurant } from './restaurant.entity.ts';
import type { Role } from './role.ts';

/** Where the person asking works, or what the person owns and has archived, in order of title. */
export async function findMyRestaurants(ctx: Context, archived: boolean): Promise<Restaurant[]> {
  const personId = signedIn(ctx);
  const mine = await acrossRestaurants<{ restaurant_id: string; role: Role }>(
    ctx.em,
    sql`select restaurant_id, role from staff where person_id = ${personId} and (role = 'OWNER' or not ${archived}::boolean)`,
  );
  const ids = mine.map((row) => row.restaurant_id);
  const found = await ctx.em.find(
    Restaurant,
    { id: { $in: ids }, archivedAt: archived ? { $ne: null } : null, suspendedAt: null },
    { orderBy: { title: 'asc', id: 'asc' } },
  );
  const roles = new Map(mine.map(({ restaurant_id, role }) => [restaurant_id, role]));
  for (const restaurant of found) knownStaff.note(ctx, restaurant, personId, roles.get(restaurant.id)!);
  return found;
}
