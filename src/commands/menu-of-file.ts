import type {
  Menu,
  MenuCategory,
  MenuItem,
  MenuModifier,
  MenuModifierGroup,
  MenuVariant,
} from '../menus/menu.ts';
import { money } from '../money.ts';

/** A menu as parsers of orders are measured on: names, other names, sizes and what may be added. */
export interface MenuFile {
  readonly id: string;
  readonly name: string;
  readonly locale?: string;
  readonly items: readonly ItemOfFile[];
  readonly modifierGroups: readonly GroupOfFile[];
}

interface NamedOfFile {
  readonly name: string;
  readonly aliases?: readonly string[];
}

interface ItemOfFile extends NamedOfFile {
  readonly id?: string;
  readonly category?: string;
  readonly variants?: readonly (NamedOfFile & { readonly default?: boolean })[];
  readonly modifierGroups?: readonly string[];
}

interface GroupOfFile {
  readonly id: string;
  readonly name: string;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly options: readonly (NamedOfFile & { readonly default?: boolean })[];
}

const nothing = money(0, 'EUR', 'en');
const always = { available: true, backAt: null };

export function menuOfFile(file: MenuFile): Menu {
  const aliases = new Map<string, readonly string[]>();
  const called = (id: string, names: readonly string[] | undefined) => {
    if (names && names.length > 0) aliases.set(id, names);
    return id;
  };
  const groups = new Map(file.modifierGroups.map((group) => [group.id, groupOf(group, called)]));
  const byCategory = Map.groupBy(file.items, ({ category }) => category ?? '');
  const categories = [...byCategory].map(
    ([title, items], at): MenuCategory => ({
      id: `category ${at}`,
      slug: `category-${at}`,
      title,
      description: null,
      position: at,
      hidden: false,
      windows: null,
      availableNow: true,
      nextAvailableAt: null,
      items: items.map((item) => itemOf(item, `category ${at}`, groups, called)),
    }),
  );
  return {
    restaurantId: file.id,
    slug: file.id,
    title: file.name,
    currency: 'EUR',
    locale: file.locale ?? 'en',
    version: 1,
    language: file.locale ?? 'en',
    languages: [],
    translations: new Map(),
    aliases,
    changesAt: null,
    categories,
  };
}

type Called = (id: string, names: readonly string[] | undefined) => string;

function groupOf(group: GroupOfFile, called: Called): MenuModifierGroup {
  return {
    id: group.id,
    title: group.name,
    min: group.min ?? 0,
    max: group.max ?? group.options.length,
    modifiers: group.options.map(
      (option, at): MenuModifier => ({
        id: called(`${group.id} ${at}`, option.aliases),
        title: option.name,
        price: nothing,
        isDefault: option.default ?? false,
        maxPerLine: 1,
        ...always,
      }),
    ),
  };
}

function itemOf(
  item: ItemOfFile,
  categoryId: string,
  groups: ReadonlyMap<string, MenuModifierGroup>,
  called: Called,
): MenuItem {
  const id = item.id ?? item.name;
  return {
    id: called(id, item.aliases),
    categoryId,
    title: item.name,
    description: null,
    price: nothing,
    featured: false,
    hidden: false,
    available: true,
    windows: null,
    availableNow: true,
    nextAvailableAt: null,
    position: 0,
    tags: [],
    allergens: [],
    image: null,
    taxClass: null,
    station: null,
    variants: (item.variants ?? []).map(
      (variant, at): MenuVariant => ({
        id: called(`${id} ${at}`, variant.aliases),
        label: variant.name,
        price: nothing,
        isDefault: variant.default ?? false,
        ...always,
      }),
    ),
    modifierGroups: (item.modifierGroups ?? []).flatMap((key) => groups.get(key) ?? []),
  };
}
