import type { Menu, MenuItem } from '../../menus/menu.ts';

export function itemById({ categories }: Menu, id: string): MenuItem {
  for (const { items } of categories) {
    const found = items.find((item) => item.id === id);
    if (found) return found;
  }
  throw new Error('A line is of no item of this menu.');
}
