import type { Menu, MenuItem, MenuModifier, MenuModifierGroup, MenuVariant } from '../../src/menus/menu.ts';
import { money } from '../../src/money.ts';

/** A trattoria. Ids are the titles in kebab case, prefixed with the item's: `margherita/basil`. */
export const smallMenu: Menu = {
  restaurantId: 'trattoria',
  slug: 'trattoria',
  title: 'Trattoria',
  currency: 'EUR',
  language: 'en-GB',
  languages: [],
  translations: new Map(),
  aliases: new Map(),
  locale: 'en-IE',
  version: 1,
  changesAt: null,
  categories: [
    category('Pizzas', [
      item('Margherita', {
        sizes: ['Small', 'Medium*', 'Large'],
        groups: pizzaGroups(['Tomato', 'Mozzarella', 'Basil']),
      }),
      item('Pepperoni', {
        sizes: ['Small', 'Medium*', 'Large'],
        groups: pizzaGroups(['Tomato', 'Mozzarella', 'Salami']),
      }),
      item('Marinara', { available: false }),
    ]),
    category('Pasta', [
      item('Spaghetti Carbonara', { groups: [['Cheese', 0, 1, ['Parmesan', 'Pecorino*']]] }),
      item('Spaghetti Bolognese'),
      item('Penne all’Arrabbiata', { groups: [['Heat', 0, 1, ['Chilli flakes']]] }),
    ]),
    category('Grill', [
      item('Burger', {
        groups: [
          ['Ingredients', 0, 3, ['Onions*', 'Lettuce*', 'Pickles*']],
          ['Extras', 0, 2, ['Cheese', 'Bacon', 'Fried egg', 'Avocado!']],
          ['Cooked', 0, 1, ['Rare', 'Well done']],
        ],
      }),
      item('Steak and Eggs'),
    ]),
    category('Sides', [
      item('Fries', { sizes: ['Regular*', 'Large'] }),
      item('Garlic Bread'),
      item('Jalapeño Poppers'),
      item('Off the menu', { hidden: true }),
    ]),
    category('Drinks', [
      item('Coke', { sizes: ['Can*', '2 Liter'] }),
      item('Diet Coke'),
      item('Sparkling Water'),
      item('Espresso', { groups: [['Milk', 0, 1, ['Whole milk', 'Oat milk']]] }),
      item('Latte', {
        groups: [
          ['Milk', 1, 1, ['Whole milk*', 'Oat milk', 'Soy milk']],
          ['Shots', 0, 2, ['Extra shot']],
        ],
      }),
    ]),
    category('Desserts', [
      item('Tiramisu'),
      item('Ice Cream', {
        groups: [['Flavours', 1, 3, ['Vanilla', 'Chocolate', 'Strawberry', 'Pistachio', 'Lemon!']]],
      }),
    ]),
  ],
};

type Group = readonly [title: string, min: number, max: number, modifiers: readonly string[]];

interface ItemFacts {
  readonly sizes?: readonly string[];
  readonly groups?: readonly Group[];
  readonly available?: boolean;
  readonly hidden?: boolean;
}

function pizzaGroups(ingredients: readonly string[]): Group[] {
  return [
    ['Ingredients', 0, 5, ingredients.map((ingredient) => `${ingredient}*`)],
    ['Extras', 0, 3, ['Extra cheese', 'Mushrooms', 'Olives', 'Pepperoni', 'Jalapeños', 'Anchovies!']],
  ];
}

function category(title: string, items: readonly MenuItem[]): Menu['categories'][number] {
  const id = idOf(title);
  return {
    id,
    slug: id,
    title,
    description: null,
    position: 0,
    hidden: false,
    windows: null,
    availableNow: true,
    nextAvailableAt: null,
    items: items.map((each) => ({ ...each, categoryId: id })),
  };
}

function item(
  title: string,
  { sizes = [], groups = [], available = true, hidden = false }: ItemFacts = {},
): MenuItem {
  const id = idOf(title);
  return {
    id,
    categoryId: '',
    title,
    description: null,
    price: money(900, 'EUR', 'en-IE'),
    featured: false,
    hidden,
    available,
    windows: null,
    availableNow: available,
    nextAvailableAt: null,
    position: 0,
    tags: [],
    allergens: [],
    image: null,
    taxClass: null,
    station: null,
    variants: sizes.map((size) => variant(id, size)),
    modifierGroups: groups.map((each) => group(id, each)),
  };
}

function variant(itemId: string, text: string): MenuVariant {
  const label = text.replace('*', '');
  return {
    id: `${itemId}/${idOf(label)}`,
    label,
    price: money(900, 'EUR', 'en-IE'),
    isDefault: text.endsWith('*'),
    available: true,
    backAt: null,
  };
}

function group(itemId: string, [title, min, max, modifiers]: Group): MenuModifierGroup {
  return {
    id: `${itemId}/${idOf(title)}`,
    title,
    min,
    max,
    modifiers: modifiers.map((each) => modifier(itemId, each)),
  };
}

/** `*` comes with the item, `!` has run out. */
function modifier(itemId: string, text: string): MenuModifier {
  const title = text.replace(/[*!]/, '');
  return {
    id: `${itemId}/${idOf(title)}`,
    title,
    price: money(100, 'EUR', 'en-IE'),
    isDefault: text.endsWith('*'),
    maxPerLine: 1,
    available: !text.endsWith('!'),
    backAt: null,
  };
}

function idOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

/** A cart that further words are about. */
export const cart = {
  lines: [
    {
      id: 'one',
      itemId: 'margherita',
      variantId: 'margherita/large',
      quantity: 2,
      withIds: [],
      withoutIds: ['margherita/basil'],
      note: null,
      choices: [],
    },
    {
      id: 'two',
      itemId: 'burger',
      variantId: null,
      quantity: 1,
      withIds: ['burger/bacon'],
      withoutIds: [],
      note: 'well',
      choices: [],
    },
    {
      id: 'three',
      itemId: 'coke',
      variantId: 'coke/can',
      quantity: 3,
      withIds: [],
      withoutIds: [],
      note: null,
      choices: [],
    },
  ],
  about: ['three'],
};
