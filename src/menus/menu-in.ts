import type { Menu } from './menu.ts';
import { speaking } from './speaking.ts';

/** The menu with what is said in a language; the rest stays in the restaurant's own. Null: all of it. */
export function menuIn(menu: Menu, language: string | null): Menu {
  if (language === null) return menu;
  const { titled, item } = speaking(menu.translations, language);
  const categories = menu.categories.map((category) =>
    Object.freeze({ ...titled(category), items: Object.freeze(category.items.map(item)) }),
  );
  return Object.freeze({ ...menu, language, categories: Object.freeze(categories) });
}
