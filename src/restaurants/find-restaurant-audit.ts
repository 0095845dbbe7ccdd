import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import { type AuditFilter, listEntries } from '../audit/list-entries.ts';
import type { Page, PageArgs } from '../page.ts';
import type { Context } from '../viewer.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** The audit of a restaurant, for its owners. */
export async function findRestaurantAudit(
  ctx: Context,
  restaurantId: string,
  filter: AuditFilter,
  page: PageArgs,
): Promise<Page<AuditEntry>> {
  await assertRole(ctx, restaurantId, owns);
  return listEntries(ctx.em, restaurantId, filter, page);
}
