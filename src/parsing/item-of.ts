import type { IndexedItem } from './menu-index.ts';
import type { NameSpan } from './span.ts';

/** The item of a name that can mean only one. */
export function itemOf(name: NameSpan | null | undefined): IndexedItem | null {
  return name?.items.length === 1 ? name.items[0]! : null;
}
