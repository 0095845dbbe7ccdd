import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { assertRole } from './restaurant-access.ts';
import type { Role } from './role.ts';
import { Table } from './table.entity.ts';

/** The restaurant's tables, by name. */
export async function findTables(
  ctx: Context,
  restaurantId: string,
  allowed: readonly Role[],
): Promise<Table[]> {
  await assertRole(ctx, restaurantId, allowed);
  const { em } = scoped(ctx.em, restaurantId);
  return em.find(Table, { archivedAt: null }, { orderBy: { createdAt: 'asc', id: 'asc' } });
}

/** One table, for somebody of one of these roles in its restaurant. Throws NOT_FOUND or FORBIDDEN. */
export async function findTable(ctx: Context, id: string, allowed: readonly Role[]): Promise<Table> {
  const restaurantId = await restaurantOf(ctx.em, 'table', id);
  if (!restaurantId) throw notFound();
  await assertRole(ctx, restaurantId, allowed);
  const table = await scoped(ctx.em, restaurantId).em.findOne(Table, { id, archivedAt: null });
  if (!table) throw notFound();
  return table;
}
