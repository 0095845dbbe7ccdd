import type { Menu, MenuItem } from './menu.ts';

/** The items of a menu that a change of this thing shows in: itself, its own, or those that offer it. */
export function itemsTouched({ categories }: Menu, id: string): MenuItem[] {
  const items = categories.flatMap((category) => category.items);
  return items.filter(
    (item) =>
      item.id === id ||
      item.categoryId === id ||
      item.variants.some((variant) => variant.id === id) ||
      item.modifierGroups.some((group) => group.id === id || group.modifiers.some((one) => one.id === id)),
  );
}
