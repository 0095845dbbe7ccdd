import type { EntityManager, FilterQuery } from '@mikro-orm/core';
import { newestFirst, type Page, type PageArgs } from '../page.ts';
import { AuditEntry } from './audit-entry.entity.ts';

export interface AuditFilter {
  readonly field?: string | null;
  readonly actorId?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

/** Entries, newest first: of one restaurant, or of all (null). */
export function listEntries(
  em: EntityManager,
  stream: string | null,
  { field, actorId, since, until }: AuditFilter,
  page: PageArgs,
): Promise<Page<AuditEntry>> {
  const wanted: FilterQuery<AuditEntry>[] = [
    ...(stream ? [{ stream }] : []),
    ...(field ? [{ field }] : []),
    ...(actorId ? [{ actorId }] : []),
    ...(since ? [{ id: { $gte: firstIdAt(since) } }] : []),
    ...(until ? [{ id: { $lt: firstIdAt(until) } }] : []),
  ];
  return newestFirst(
    page,
    ({ olderThan, newerThan, direction, limit }) => {
      const between = [
        ...(olderThan ? [{ id: { $lt: olderThan } }] : []),
        ...(newerThan ? [{ id: { $gt: newerThan } }] : []),
      ];
      const where = { $and: [...wanted, ...between] };
      return em.find(AuditEntry, where, { orderBy: { id: direction }, limit });
    },
    () => em.count(AuditEntry, { $and: wanted }),
  );
}

/** The lowest UUIDv7 of a moment: ids begin with their time, so the primary key finds it. */
function firstIdAt(at: Date): string {
  const hex = Math.min(Math.max(at.getTime(), 0), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
