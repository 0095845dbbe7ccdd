import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeRestaurant, type RestaurantChange } from './change-restaurant.ts';
import { findTable } from './find-tables.ts';
import type { Permission } from './restaurant-access.ts';
import { Table } from './table.entity.ts';

/**
 * Changes a table, as it is once it is this change's turn: a guest who is scanning its code has begun a visit by then, or begins
 * none. Throws NOT_FOUND, also for an archived one that is not asked for, or FORBIDDEN.
 */
export async function changeTable(
  ctx: Context,
  id: string,
  allowed: Permission,
  work: (tx: RestaurantChange, table: Table) => Promise<void>,
  which: 'in use' | 'archived too' = 'in use',
): Promise<Table> {
  const { restaurantId } = await findTable(ctx, id, allowed, which);
  return changeRestaurant(ctx, restaurantId, allowed, async (tx) => {
    const table = await tx.em.findOneOrFail(Table, { id }, { refresh: true });
    if (table.archivedAt && which === 'in use') throw notFound();
    await work(tx, table);
    return table;
  });
}
