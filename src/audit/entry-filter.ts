import { allOf } from '../database/all-of.ts';
import { type Sql, sql } from '../database/sql.ts';
import type { ErrorCode } from '../errors.ts';
import type { AuditEntry } from './audit-entry.entity.ts';

export type Outcome = ErrorCode | 'OK';

export interface AuditFilter {
  readonly field?: string | null;
  readonly outcome?: readonly Outcome[] | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
  readonly actorId?: string | null;
  readonly actorKind?: readonly AuditEntry['actorKind'][] | null;
  readonly asAdmin?: boolean | null;
}

/** The conditions of a list of entries `e` of one restaurant, or of all (null). */
export function entryFilter(stream: string | null, filter: AuditFilter): Sql {
  const { field, outcome, since, until, actorId, actorKind, asAdmin } = filter;
  return allOf([
    sql`true`,
    stream !== null && sql`e.stream = ${stream}`,
    field != null && sql`e.field = ${field}`,
    outcome != null && sql`e.outcome = any(${outcome}::text[])`,
    since != null && sql`e.id >= ${firstIdAt(since)}`,
    until != null && sql`e.id < ${firstIdAt(until)}`,
    actorId != null && sql`e.actor_id = ${actorId}`,
    actorKind != null && sql`e.actor_kind = any(${actorKind}::text[])`,
    asAdmin != null && (asAdmin ? sql`e.as_admin` : sql`not e.as_admin`),
  ]);
}

/** The lowest UUIDv7 of a moment: ids begin with their time, so the primary key finds it. */
function firstIdAt(at: Date): string {
  const hex = Math.min(Math.max(at.getTime(), 0), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
