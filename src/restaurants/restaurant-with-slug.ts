import type { EntityManager } from '@mikro-orm/core';
import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import { Restaurant } from './restaurant.entity.ts';

/** The restaurant that guests find by a slug, whether it has it or had it; only the latter costs a second look. */
export async function restaurantWithSlug(em: EntityManager, slug: string): Promise<Restaurant | null> {
  const open = { archivedAt: null, suspendedAt: null };
  const current = await em.findOne(Restaurant, { slug, ...open });
  if (current) return current;
  const [had] = await acrossRestaurants<{ restaurant_id: string }>(
    em,
    sql`select restaurant_id from restaurant_slug where slug = ${slug}`,
  );
  return had ? em.findOne(Restaurant, { id: had.restaurant_id, ...open }) : null;
}
