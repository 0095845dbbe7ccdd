import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import { type AuditQuery, listEntries } from '../audit/list-entries.ts';
import type { Page } from '../page.ts';
import type { Context } from '../viewer.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** The audit of a restaurant, for its owners. */
export async function findRestaurantAudit(
  ctx: Context,
  restaurantId: string,
  query: AuditQuery,
): Promise<Page<AuditEntry>> {
  await assertRole(ctx, restaurantId, owns);
  return listEntries(ctx.em, restaurantId, query);
}
