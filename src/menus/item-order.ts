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
} as const satisfies Record<string, readonly (readonly [string, Key['type']])[]>;

export type ItemSort = keyof typeof columns;

export interface ItemOrder {
  readonly by: ItemSort;
  readonly descending: boolean;
}

/** The keys of a list of items, ending in their ids: no two are the same. */
export function itemOrder(orders: readonly ItemOrder[]): Key[] {
  const wanted = orders.length > 0 ? orders : [{ by: 'POSITION' as const, descending: false }];
  const keys = wanted.flatMap(({ by, descending }) =>
    columns[by].map(([column, type]): Key => ({ column, type, descending })),
  );
  return [...keys, { column: 'i.id', type: 'uuid', descending: false }];
}
