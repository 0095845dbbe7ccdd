import type { MenuItem, MenuModifierGroup } from './menu.ts';
import type { Translations } from './translations.ts';

export interface Speaking {
  titled<T extends { readonly id: string; readonly title: string }>(entry: T): T;
  item(own: MenuItem): MenuItem;
}

/** Says entries of a menu in a language, as far as they are translated; the rest stays in the restaurant's own. */
export function speaking(translations: ReadonlyMap<string, Translations>, language: string): Speaking {
  const groups = new Map<MenuModifierGroup, MenuModifierGroup>();

  function titled<T extends { readonly id: string; readonly title: string }>(entry: T): T {
    const said = translations.get(entry.id)?.[language];
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
      const label = translations.get(variant.id)?.[language]?.title;
      return label ? Object.freeze({ ...variant, label }) : variant;
    });
    const modifierGroups = Object.freeze(own.modifierGroups.map(group));
    return Object.freeze({ ...titled(own), variants: Object.freeze(variants), modifierGroups });
  }

  return { titled, item };
}
