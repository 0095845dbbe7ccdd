import type { Menu, MenuItem, MenuModifierGroup } from '../../src/menus/menu.ts';
import { money } from '../../src/money.ts';
import { dishName, toppingName } from './names.ts';

const items = 100;
const groups = 25;
const modifiersEach = 8;
const price = money(900, 'EUR', 'en-IE');

/** 100 items in 10 categories, each in three sizes and with 2 of 25 groups of 8 modifiers. */
export function bigMenu(): Menu {
  const allGroups = Array.from({ length: groups }, (_, index) => group(index));
  const allItems = Array.from({ length: items }, (_, index) => item(index, allGroups));
  const categories = Array.from({ length: 10 }, (_, index) => ({
    id: `category-${index}`,
    slug: `category-${index}`,
    title: `Category ${index}`,
    description: null,
    position: index,
    hidden: false,
    windows: null,
    availableNow: true,
    nextAvailableAt: null,
    items: allItems.slice(index * 10, index * 10 + 10),
  }));
  const named = { restaurantId: 'bench', slug: 'bench', title: 'The bench' };
  return {
    ...named,
    currency: 'EUR',
    locale: 'en-IE',
    version: 1,
    changesAt: null,
    ...inOneLanguage,
    categories,
  };
}

const inOneLanguage = { language: 'en-IE', languages: [], translations: new Map() };

function item(index: number, allGroups: readonly MenuModifierGroup[]): MenuItem {
  const id = `item-${index}`;
  return {
    id,
    categoryId: `category-${Math.floor(index / 10)}`,
    title: dishName(index),
    description: null,
    price,
    featured: false,
    hidden: false,
    available: true,
    windows: null,
    availableNow: true,
    nextAvailableAt: null,
    position: index,
    tags: [],
    allergens: [],
    image: null,
    taxClass: null,
    station: null,
    variants: ['Small', 'Regular', 'Large'].map((label, size) => ({
      id: `${id}/${label}`,
      label,
      price,
      isDefault: size === 1,
      available: true,
      backAt: null,
    })),
    modifierGroups: [allGroups[(2 * index) % groups]!, allGroups[(2 * index + 1) % groups]!],
  };
}

function group(index: number): MenuModifierGroup {
  return {
    id: `group-${index}`,
    title: `Choice ${index}`,
    min: 0,
    max: modifiersEach,
    modifiers: Array.from({ length: modifiersEach }, (_, place) => ({
      id: `modifier-${index}-${place}`,
      title: toppingName(index * modifiersEach + place),
      price,
      isDefault: place === 0,
      maxPerLine: 1,
      available: true,
      backAt: null,
    })),
  };
}
