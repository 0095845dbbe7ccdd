import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import { type AuditQuery, listEntries } from '../audit/list-entries.ts';
import type { Page } from '../page.ts';
import { type Context, signedIn } from '../viewer.ts';

/** What the person asking has done that the audit keeps, wherever it was. */
export async function findMyAudit(ctx: Context, query: AuditQuery): Promise<Page<AuditEntry>> {
  const filter = { ...query.filter, actorId: signedIn(ctx) };
  return listEntries(ctx.em, null, { ...query, filter });
}
