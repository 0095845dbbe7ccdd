import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { findRestaurantBySlug } from './find-restaurant.ts';

/** What a table's printed link says to a program that follows it: with what to start a visit. */
export interface Place {
  readonly restaurant: string;
  readonly restaurantSlug: string;
  readonly table: string;
  readonly tableCode: string;
}

/** The place of a printed code. Throws NOT_FOUND when the code is dead. */
export async function findPlace(ctx: Context, restaurantSlug: string, tableCode: string): Promise<Place> {
  const { id, title } = await findRestaurantBySlug(ctx, restaurantSlug);
  const table = await scoped(ctx.em, id).row<{ name: string }>(sql`
    select name from restaurant_table where restaurant_id = ${id} and code = ${tableCode} and archived_at is null`);
  if (!table) throw notFound();
  return { restaurant: title, restaurantSlug, table: table.name, tableCode };
}
