import { keysIn } from './keys-in.ts';
import type { IndexedItem } from './menu-index.ts';
import type { NameSpan } from './span.ts';

/** Whether the item can be had with, or comes with, what the name says. */
export function offers(item: IndexedItem | null, name: NameSpan | undefined): boolean {
  return (
    item !== null &&
    name !== undefined &&
    keysIn(name).some((key) => item.groups.some(({ modifiers }) => modifiers.has(key)))
  );
}
