import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import { type Context, signedIn } from '../viewer.ts';
import { Restaurant } from './restaurant.entity.ts';

/** Where the person asking works, or what the person owns and has archived, in order of title. */
export async function findMyRestaurants(ctx: Context, archived: boolean): Promise<Restaurant[]> {
  const personId = signedIn(ctx);
  const mine = await acrossRestaurants<{ restaurant_id: string }>(
    ctx.em,
    sql`select restaurant_id from staff where person_id = ${personId} and (role = 'OWNER' or not ${archived}::boolean)`,
  );
  const ids = mine.map((row) => row.restaurant_id);
  return ctx.em.find(
    Restaurant,
    { id: { $in: ids }, archivedAt: archived ? { $ne: null } : null, suspendedAt: null },
    { orderBy: { title: 'asc', id: 'asc' } },
  );
}
