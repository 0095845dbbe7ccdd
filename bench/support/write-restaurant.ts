import { randomUUIDv7 } from 'node:crypto';
import type { BenchDatabase } from './database.ts';
import { dishName, toppingName } from './names.ts';

/** A restaurant as the benches need it. */
export interface Written {
  readonly id: string;
  readonly slug: string;
  readonly tableId: string;
  readonly items: readonly WrittenItem[];
}

export interface WrittenItem {
  readonly id: string;
  readonly title: string;
  readonly variantIds: readonly string[];
  /** Of its first group, whose first one comes with the item. */
  readonly modifierIds: readonly string[];
}

const categories = 8;
const itemsEach = 10;
const variantsEach = 3;
const groups = 10;
const modifiersEach = 4;
const groupsEach = 2;

/** 80 items in 8 categories, each with 3 variants and 2 of 10 groups of 4 modifiers. */
export async function writeRestaurant(database: BenchDatabase, slug: string): Promise<Written> {
  const id = randomUUIDv7();
  const own = { restaurant_id: id, archived_at: null };
  const at = new Date();
  const facts = { currency: 'EUR', time_zone: 'Europe/Madrid', locale: 'en-IE', created_at: at };
  await database.write('restaurant', [{ id, slug, title: 'The bench', ...facts, archived_at: null }]);
  await database.write('restaurant_slug', [{ slug, restaurant_id: id }]);
  await database.write('event_stream', [{ id, last_number: 0, tally_key: '', tally: 0, revision: 1 }]);
  const tableId = randomUUIDv7();
  await database.write('restaurant_table', [
    { ...own, id: tableId, name: 'Table 1', code: slug, created_at: at },
  ]);

  const ofCategories = Array.from({ length: categories }, (_, position) => ({
    ...own,
    id: randomUUIDv7(),
    slug: `category-${position}`,
    title: `Category ${position}`,
    description: 'What the kitchen is known for, and what it tries.',
    position,
    hidden: false,
  }));
  await database.write('menu_category', ofCategories);

  const ofItems = Array.from({ length: categories * itemsEach }, (_, index) => ({
    ...own,
    id: randomUUIDv7(),
    category_id: ofCategories[Math.floor(index / itemsEach)]!.id,
    title: dishName(index),
    description: 'Made from what the market had this morning, served with bread and a small salad.',
    price: 900 + index,
    featured: index % 9 === 0,
    hidden: false,
    sold_out: false,
    position: index,
    tags: ['house'],
    allergens: ['GLUTEN', 'MILK'],
  }));
  await database.write('menu_item', ofItems);

  const ofVariants = ofItems.flatMap(({ id: item_id, price }) =>
    ['Small', 'Regular', 'Large'].slice(0, variantsEach).map((label, position) => ({
      ...own,
      id: randomUUIDv7(),
      item_id,
      label,
      price: price + 200 * position,
      is_default: position === 1,
      position,
    })),
  );
  await database.write('menu_variant', ofVariants);

  const ofGroups = Array.from({ length: groups }, (_, index) => ({
    ...own,
    id: randomUUIDv7(),
    title: `Choice ${index}`,
    min: 0,
    max: modifiersEach,
  }));
  await database.write('modifier_group', ofGroups);
  const ofModifiers = ofGroups.flatMap(({ id: group_id }, group) =>
    Array.from({ length: modifiersEach }, (_, position) => ({
      ...own,
      id: randomUUIDv7(),
      group_id,
      title: toppingName(group * modifiersEach + position),
      price: 50 * position,
      is_default: position === 0,
      sold_out: false,
      position,
    })),
  );
  await database.write('modifier', ofModifiers);
  await database.write(
    'item_modifier_group',
    ofItems.flatMap(({ id: item_id }, index) =>
      Array.from({ length: groupsEach }, (_, position) => ({
        id: randomUUIDv7(),
        restaurant_id: id,
        item_id,
        group_id: ofGroups[(index + position) % groups]!.id,
        position,
      })),
    ),
  );
  return {
    id,
    slug,
    tableId,
    items: ofItems.map(({ id: itemId, title }, index) => ({
      id: itemId,
      title,
      variantIds: ofVariants.filter(({ item_id }) => item_id === itemId).map((variant) => variant.id),
      modifierIds: ofModifiers
        .slice((index % groups) * modifiersEach, ((index % groups) + 1) * modifiersEach)
        .map((m) => m.id),
    })),
  };
}
