import type { IndexedItem } from './menu-index.ts';
import type { NameSpan } from './span.ts';

const together = new WeakMap<readonly IndexedItem[], IndexedItem>();

/** The item of a name; of a name that could be several, one that offers what any of them does. */
export function itemOf(name: NameSpan | null | undefined): IndexedItem | null {
  if (!name || name.items.length < 2) return name?.items[0] ?? null;
  const known = together.get(name.items);
  if (known) return known;
  const merged: IndexedItem = {
    item: name.items[0]!.item,
    sizes: new Map(name.items.flatMap(({ sizes }) => [...sizes])),
    groups: [...new Set(name.items.flatMap(({ groups }) => groups))],
  };
  together.set(name.items, merged);
  return merged;
}
