import { keysOf, type Sortable } from '../keys-of.ts';
import type { Key } from '../keyset.ts';
import { roles } from './role.ts';

const columns = {
  NAME: [['p.name_key', 'text']],
  /** As the roles are listed, owners first. */
  ROLE: [[`array_position('{${roles.join(',')}}'::text[], s.role)`, 'int']],
  SINCE: [['s.created_at', 'timestamptz']],
} as const satisfies Sortable;

export type StaffSort = keyof typeof columns;

export interface StaffOrder {
  readonly by: StaffSort;
  readonly descending: boolean;
}

/** The keys of a list of staff. What they leave equal comes newest first: ids rise with time. */
export function staffKeys(orders: readonly StaffOrder[]): Key[] {
  return keysOf(columns, orders, { column: 's.id', type: 'uuid', descending: true });
}
