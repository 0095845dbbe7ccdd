import type { MenuItem } from '../../menus/menu.ts';
import type { MenuExcerpt } from './menu-excerpt.ts';
import { Unusable } from './unusable.ts';

/** The variant id of a size as a model answers it, one of the item's own. Throws Unusable. */
export function askedSize(size: unknown, { variants }: MenuItem, { sizes }: MenuExcerpt): string {
  const id = sizes.get(String(size));
  if (!id || !variants.some((variant) => variant.id === id)) throw new Unusable('a foreign size');
  return id;
}
