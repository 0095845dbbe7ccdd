import { keysIn } from './keys-in.ts';
import type { IndexedItem } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { NameSpan } from './span.ts';

/** Whether what the name says is on the item unless somebody leaves it off. */
export function comesWith(item: IndexedItem | null, name: NameSpan): boolean {
  return modifiersOf(item, keysIn(name)).some(({ modifier }) => modifier.isDefault);
}
