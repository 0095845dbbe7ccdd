import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { assertRole, type Permission } from './restaurant-access.ts';
import { Table } from './table.entity.ts';

/** The restaurant's tables, or those that it has archived, in the order they were made. */
export async function findTables(
  ctx: Context,
  restaurantId: string,
  allowed: Permission,
  which: 'in use' | 'archived' = 'in use',
): Promise<Table[]> {
  await assertRole(ctx, restaurantId, allowed);
  const { em } = scoped(ctx.em, restaurantId);
  const archivedAt = which === 'archived' ? { $ne: null } : null;
  return em.find(Table, { archivedAt }, { orderBy: { createdAt: 'asc', id: 'asc' } });
}

/** One table, for somebody of one of these roles in its restaurant. Throws NOT_FOUND or FORBIDDEN. */
export async function findTable(
  ctx: Context,
  id: string,
  allowed: Permission,
  which: 'in use' | 'archived too' = 'in use',
): Promise<Table> {
  const restaurantId = await restaurantOf(ctx.em, 'table', id);
  if (!restaurantId) throw notFound();
  await assertRole(ctx, restaurantId, allowed);
  const table = await scoped(ctx.em, restaurantId).em.findOne(Table, { id });
  if (!table || (table.archivedAt && which === 'in use')) throw notFound();
  return table;
}
