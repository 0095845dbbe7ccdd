import { keysOf, type Sortable } from '../keys-of.ts';
import type { Key } from '../keyset.ts';

/** Each begins an index. */
const columns = {
  NAME: [['p.name_key', 'text']],
  EMAIL: [['p.email_key', 'text']],
  CREATED_AT: [['p.created_at', 'timestamptz']],
} as const satisfies Sortable;

export type PersonSort = keyof typeof columns;

export interface PersonOrder {
  readonly by: PersonSort;
  readonly descending: boolean;
}

/** The keys of a list of people. What they leave equal comes newest first: ids rise with time. */
export function personKeys(orders: readonly PersonOrder[]): Key[] {
  return keysOf(columns, orders, { column: 'p.id', type: 'uuid', descending: true });
}
