import { allOf } from '../database/all-of.ts';
import { type Sql, sql } from '../database/sql.ts';
import { namedLike } from '../people/named-like.ts';
import type { Role } from './role.ts';

export interface StaffFilter {
  readonly role?: readonly Role[] | null;
  /** In the name or the address. */
  readonly text?: string | null;
}

/** The conditions of a list of a restaurant's staff `s`, who are people `p`. */
export function staffFilter(restaurantId: string, { role, text }: StaffFilter): Sql {
  return allOf([
    sql`s.restaurant_id = ${restaurantId}`,
    role != null && sql`s.role = any(${role}::text[])`,
    text != null && namedLike(text),
  ]);
}
