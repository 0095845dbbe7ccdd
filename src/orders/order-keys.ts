import { keysOf, type Sortable } from '../keys-of.ts';
import type { Key } from '../keyset.ts';
import { orderStatuses } from './order-status.ts';

const columns = {
  PLACED_AT: [['o.placed_at', 'timestamptz']],
  NUMBER: [
    ['o.business_day', 'text'],
    ['o.number', 'int'],
  ],
  TOTAL: [['o.total', 'int']],
  /** As an order goes along. */
  STATUS: [[`array_position('{${orderStatuses.join(',')}}'::text[], o.status)`, 'int']],
  UPDATED_AT: [['o.updated_at', 'timestamptz']],
} as const satisfies Sortable;

export type OrderSort = keyof typeof columns;

export interface OrderOrder {
  readonly by: OrderSort;
  readonly descending: boolean;
}

/** The keys of a list of orders. What they leave equal comes newest first: ids rise with time. */
export function orderKeys(orders: readonly OrderOrder[]): Key[] {
  return keysOf(columns, orders, { column: 'o.id', type: 'uuid', descending: true });
}
