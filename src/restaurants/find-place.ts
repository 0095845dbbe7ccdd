import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { findRestaurantBySlug } from './find-restaurant.ts';

/** What a printed link says to a program that follows it: with what to start a visit. */
export interface Place {
  readonly restaurant: string;
  /** As it is now, whichever was printed. */
  readonly restaurantSlug: string;
  /** Null: the counter. */
  readonly table: string | null;
  readonly tableCode: string | null;
}

/** The place of a printed code, or the counter of a restaurant's link. Throws NOT_FOUND when the code is dead. */
export async function findPlace(ctx: Context, slug: string, tableCode: string | null): Promise<Place> {
  const { id, title, slug: restaurantSlug } = await findRestaurantBySlug(ctx, slug);
  if (tableCode === null) return { restaurant: title, restaurantSlug, table: null, tableCode };
  const table = await scoped(ctx.em, id).row<{ name: string }>(sql`
    select name from restaurant_table where restaurant_id = ${id} and code = ${tableCode} and archived_at is null`);
  if (!table) throw notFound();
  return { restaurant: title, restaurantSlug, table: table.name, tableCode };
}
