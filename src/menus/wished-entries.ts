import type { ItemDocument, MenuDocument } from './menu-document.ts';
import type { MenuNoun } from './menu-nouns.ts';
import type { DocumentFault } from './refuse-document.ts';
import { tidyAliases } from './tidy-aliases.ts';

/** An entry as a document wants it: the columns of its row, but for its place. */
export interface WishedEntry {
  readonly ref: string;
  readonly path: DocumentFault['path'];
  /** The ref of what it is in. */
  readonly within: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export type WishedEntries = Readonly<Record<MenuNoun, readonly WishedEntry[]>>;

/** A document's entries by their kinds, each in the order of the menu. What it leaves out is none, no, or the usual; but of aliases (null) those that there are. */
export function wishedEntries({ categories, modifierGroups }: MenuDocument): WishedEntries {
  const items = categories.flatMap(({ ref, items: own }, index) =>
    own.map((one, place) => ({ one, within: ref, path: ['categories', index, 'items', place] })),
  );
  return {
    category: categories.map(({ ref, slug, title, description, hidden, windows, translations }, index) => ({
      ref,
      path: ['categories', index],
      within: null,
      values: {
        slug,
        title,
        description: description ?? null,
        hidden: hidden ?? false,
        windows: windows ?? null,
        translations: translations ?? {},
      },
    })),
    item: items.map(({ one, within, path }) => ({ ref: one.ref, path, within, values: itemValues(one) })),
    variant: items.flatMap(({ one, path }) =>
      (one.variants ?? []).map(({ ref, label, price, isDefault, aliases, translations }, index) => ({
        ref,
        path: [...path, 'variants', index],
        within: one.ref,
        values: {
          label,
          price,
          is_default: isDefault ?? false,
          aliases: aliases ? tidyAliases(aliases) : null,
          translations: translations ?? {},
        },
      })),
    ),
    modifierGroup: modifierGroups.map(({ ref, title, min, max, translations }, index) => ({
      ref,
      path: ['modifierGroups', index],
      within: null,
      values: { title, min, max, translations: translations ?? {} },
    })),
    modifier: modifierGroups.flatMap(({ ref: within, modifiers }, place) =>
      modifiers.map(({ ref, title, price, isDefault, maxPerLine, aliases, translations }, index) => ({
        ref,
        path: ['modifierGroups', place, 'modifiers', index],
        within,
        values: {
          title,
          price: price ?? 0,
          is_default: isDefault ?? false,
          max_per_line: maxPerLine ?? 1,
          aliases: aliases ? tidyAliases(aliases) : null,
          translations: translations ?? {},
        },
      })),
    ),
  };
}

function itemValues(item: ItemDocument): WishedEntry['values'] {
  return {
    title: item.title,
    description: item.description ?? null,
    price: item.price,
    featured: item.featured ?? false,
    hidden: item.hidden ?? false,
    tags: item.tags ?? [],
    allergens: item.allergens ?? [],
    image: item.image ?? null,
    tax_class: item.taxClass ?? null,
    station: item.station ?? null,
    windows: item.windows ?? null,
    aliases: item.aliases ? tidyAliases(item.aliases) : null,
    translations: item.translations ?? {},
  };
}
