import type { MenuVariant } from '../menus/menu.ts';
import { grades } from './grades.ts';
import type { IndexedItem } from './menu-index.ts';
import type { NameSpan } from './span.ts';

/** The last size said that the item has, else the one it had, else its ordinary one; a size it has not is nobody's. */
export function chooseVariant(
  { item, sizes }: IndexedItem,
  said: readonly NameSpan[],
  hadId: string | null = null,
): { variant: MenuVariant | null; taken: NameSpan[] } {
  let variant =
    item.variants.find(({ id }) => id === hadId) ?? item.variants.find(({ isDefault }) => isDefault) ?? null;
  const taken: NameSpan[] = [];
  for (const size of said) {
    const named = [...(sizes.get(size.spelling) ?? []), ...(sizes.get(size.key) ?? [])];
    const best = Math.max(...named.map(({ grade }) => grade));
    const fitting = new Set(named.filter(({ grade }) => grade === best).map(({ thing }) => thing));
    const found = fitting.size === 1 || best >= grades.full ? [...fitting][0] : undefined;
    if (!found) continue;
    variant = found;
    taken.push(size);
  }
  return { variant, taken };
}
