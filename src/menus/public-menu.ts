import type { Menu } from './menu.ts';

/** What guests see: nothing hidden, no category without items. */
export function publicMenu(menu: Menu): Menu {
  const categories = menu.categories
    .filter(({ hidden }) => !hidden)
    .map((category) =>
      Object.freeze({ ...category, items: Object.freeze(category.items.filter(({ hidden }) => !hidden)) }),
    )
    .filter(({ items }) => items.length > 0);
  return Object.freeze({ ...menu, categories: Object.freeze(categories) });
}
