import { restaurantOf } from '../database/restaurant-of.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { itemsById } from './items-by-id.ts';
import type { MenuItem } from './menu.ts';

/** An item that the viewer may see: hidden ones are for whoever cooks, serves or runs the place. Throws NOT_FOUND. */
export async function itemById(ctx: Context, id: string, languages: readonly string[]): Promise<MenuItem> {
  const restaurantId = await restaurantOf(ctx.em, 'item', id);
  const [item] = restaurantId ? await itemsById(ctx, restaurantId, [id], languages) : [];
  if (!item) throw notFound();
  return item;
}
