import type { Key } from './keyset.ts';

/** What a list may be ordered by, and the columns that this means. */
export type Sortable = Readonly<Record<string, readonly (readonly [column: string, type: Key['type']])[]>>;

/** The keys of a list in the order that was wanted, ending in one that tells all of it apart. */
export function keysOf<Columns extends Sortable>(
  columns: Columns,
  orders: readonly { readonly by: keyof Columns; readonly descending: boolean }[],
  last: Key,
): Key[] {
  const keys = orders.flatMap(({ by, descending }) =>
    columns[by]!.map(([column, type]): Key => ({ column, type, descending })),
  );
  return [...keys, last];
}
