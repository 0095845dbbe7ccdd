import { keysOf, type Sortable } from '../keys-of.ts';
import type { Key } from '../keyset.ts';

/** What items may be ordered by. Each begins an index. */
const columns = {
  /** As on the menu: its categories one after the other. */
  POSITION: [
    ['i.category_position', 'int'],
    ['i.category_id', 'uuid'],
    ['i.position', 'int'],
  ],
  PRICE: [['i.listed_price', 'int']],
  TITLE: [['i.title_key', 'text']],
  POPULARITY: [['i.popularity', 'int']],
} as const satisfies Sortable;

export type ItemSort = keyof typeof columns;

export interface ItemOrder {
  readonly by: ItemSort;
  readonly descending: boolean;
}

/** The keys of a list of items, ending in their ids: no two are the same. */
export function itemOrder(orders: readonly ItemOrder[]): Key[] {
  const wanted = orders.length > 0 ? orders : [{ by: 'POSITION' as const, descending: false }];
  return keysOf(columns, wanted, { column: 'i.id', type: 'uuid', descending: false });
}
