import type { Menu, MenuItem, MenuModifierGroup } from './menu.ts';

/** The menu with what is said in a language; the rest stays in the restaurant's own. Null: all of it. */
export function menuIn(menu: Menu, language: string | null): Menu {
  if (language === null) return menu;
  const groups = new Map<MenuModifierGroup, MenuModifierGroup>();

  function titled<T extends { readonly id: string; readonly title: string }>(entry: T): T {
    const said = menu.translations.get(entry.id)?.[language!];
    return said ? Object.freeze({ ...entry, ...said }) : entry;
  }

  /** One that many items offer stays one. */
  function group(own: MenuModifierGroup): MenuModifierGroup {
    let known = groups.get(own);
    if (!known) {
      known = Object.freeze({ ...titled(own), modifiers: Object.freeze(own.modifiers.map(titled)) });
      groups.set(own, known);
    }
    return known;
  }

  function item(own: MenuItem): MenuItem {
    const variants = own.variants.map((variant) => {
      const label = menu.translations.get(variant.id)?.[language!]?.title;
      return label ? Object.freeze({ ...variant, label }) : variant;
    });
    const modifierGroups = Object.freeze(own.modifierGroups.map(group));
    return Object.freeze({ ...titled(own), variants: Object.freeze(variants), modifierGroups });
  }

  const categories = menu.categories.map((category) =>
    Object.freeze({ ...titled(category), items: Object.freeze(category.items.map(item)) }),
  );
  return Object.freeze({ ...menu, language, categories: Object.freeze(categories) });
}
