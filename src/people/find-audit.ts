import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import { type AuditQuery, listEntries } from '../audit/list-entries.ts';
import type { Page } from '../page.ts';
import type { Context } from '../viewer.ts';
import { assertAdmin } from './platform-access.ts';

/** The audit of everything, or of one restaurant, for admins of the platform. */
export async function findAudit(
  ctx: Context,
  restaurantId: string | null,
  query: AuditQuery,
): Promise<Page<AuditEntry>> {
  assertAdmin(ctx);
  return listEntries(ctx.em, restaurantId, query);
}
