import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';

/** Makes a slug the restaurant's for good; what it had before it may have again. Throws SLUG_TAKEN. */
export async function claimSlug(tx: Work, slug: string): Promise<void> {
  const own = await tx.row(sql`
    insert into restaurant_slug as s (slug, restaurant_id) values (${slug}, ${tx.restaurantId})
    on conflict (slug) do update set slug = excluded.slug where s.restaurant_id = ${tx.restaurantId}
    returning 1`);
  if (!own) throw new Refusal('SLUG_TAKEN');
}
