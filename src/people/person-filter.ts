import { allOf } from '../database/all-of.ts';
import { type Sql, sql } from '../database/sql.ts';
import { namedLike } from './named-like.ts';

export interface PersonFilter {
  /** In the name or the address. */
  readonly text?: string | null;
  readonly verified?: boolean | null;
  readonly suspended?: boolean | null;
  readonly admin?: boolean | null;
  readonly createdFrom?: Date | null;
  /** Not at this moment itself. */
  readonly createdTo?: Date | null;
}

/** The conditions of a list of people `p`; whoever was erased is in none. */
export function personFilter(filter: PersonFilter): Sql {
  const { text, verified, suspended, admin, createdFrom, createdTo } = filter;
  return allOf([
    sql`p.erased_at is null`,
    text != null && namedLike(text),
    verified != null && (verified ? sql`p.verified_at is not null` : sql`p.verified_at is null`),
    suspended != null && (suspended ? sql`p.suspended_at is not null` : sql`p.suspended_at is null`),
    admin != null && (admin ? sql`p.admin` : sql`not p.admin`),
    createdFrom != null && sql`p.created_at >= ${createdFrom}`,
    createdTo != null && sql`p.created_at < ${createdTo}`,
  ]);
}
