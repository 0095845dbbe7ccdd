import type { EntityManager } from '@mikro-orm/core';
import { ofAudit } from '../database/of-audit.ts';
import { sql } from '../database/sql.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import { AuditEntry } from './audit-entry.entity.ts';
import { type AuditFilter, entryFilter } from './entry-filter.ts';

export interface AuditQuery {
  readonly filter: AuditFilter;
  /** Their time is in their ids. */
  readonly orderBy: readonly { readonly by: 'AT'; readonly descending: boolean }[];
  readonly page: PageArgs;
}

/** Entries, newest first unless they are wanted otherwise: of one restaurant, or of all (null). */
export function listEntries(
  em: EntityManager,
  stream: string | null,
  { filter, orderBy, page }: AuditQuery,
): Promise<Page<AuditEntry>> {
  const descending = orderBy[0]?.descending ?? true;
  return listByKeys<object, AuditEntry>([{ column: 'e.id', type: 'uuid', descending }], page, {
    what: sql`e.*`,
    from: sql`audit_entry e`,
    where: entryFilter(stream, filter),
    run: (statement) => ofAudit(em, statement),
    node: (row) => em.map(AuditEntry, row),
  });
}
