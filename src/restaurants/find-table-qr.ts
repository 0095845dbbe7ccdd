import type { Context } from '../viewer.ts';
import { findRestaurant } from './find-restaurant.ts';
import { assertRole, servesGuests } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';
import { type TableQr, tableQr } from './table-link.ts';

/** A table's code, for whoever may put it on the table. */
export async function findTableQr(ctx: Context, publicUrl: string, table: Table): Promise<TableQr> {
  await assertRole(ctx, table.restaurantId, servesGuests);
  const { slug } = await findRestaurant(ctx, table.restaurantId);
  return tableQr(publicUrl, slug, table.code);
}
