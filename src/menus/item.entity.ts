import { defineEntity, p } from '@mikro-orm/core';
import type { Translations } from './translations.ts';
import type { Windows } from './windows.ts';

const schema = defineEntity({
  name: 'Item',
  tableName: 'menu_item',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    categoryId: p.uuid(),
    title: p.text(),
    description: p.text().strictNullable(),
    /** Minor units; what it costs when it has no variants. */
    price: p.integer(),
    featured: p.boolean(),
    hidden: p.boolean(),
    /** 86ed by hand; a stock of zero takes it off too. */
    soldOut: p.boolean(),
    /** When it is back by itself. Null: when somebody puts it back. */
    soldOutUntil: p.datetime().strictNullable(),
    position: p.integer(),
    tags: p.array(),
    allergens: p.array(),
    /** Where its picture is; nothing here looks at it. */
    image: p.text().strictNullable(),
    /** The key of the restaurant's tax class. Null: its standard rate. */
    taxClass: p.text().strictNullable(),
    /** The key of the kitchen's station that makes it. */
    station: p.text().strictNullable(),
    /** When it may be ordered, within its category's. Null: whenever that may. */
    windows: p.json<Windows>().strictNullable(),
    /** What guests also call it. */
    aliases: p.array().defaultRaw("'{}'"),
    translations: p.json<Translations>().defaultRaw("'{}'"),
    /** What another system knows it by. */
    ref: p.text().nullable(),
    archivedAt: p.datetime().strictNullable(),
    /** The title in small letters without accents. A trigger keeps this and the next two. */
    titleKey: p.text().collation('C').default(''),
    /** Minor units: the default variant's price where there are variants. */
    listedPrice: p.integer().default(0),
    /** Its category's. */
    categoryPosition: p.integer().default(0),
    /** How many were sold in the last four weeks, as of the last count. */
    popularity: p.integer().default(0),
  },
  indexes: [
    { name: 'menu_item_of_category', properties: ['restaurantId', 'categoryId', 'position', 'id'] },
    {
      name: 'menu_item_by_position',
      properties: ['restaurantId', 'categoryPosition', 'categoryId', 'position', 'id'],
    },
    { name: 'menu_item_by_title', properties: ['restaurantId', 'titleKey', 'id'] },
    { name: 'menu_item_by_price', properties: ['restaurantId', 'listedPrice', 'id'] },
    { name: 'menu_item_by_popularity', properties: ['restaurantId', 'popularity', 'id'] },
    {
      name: 'menu_item_featured',
      expression: 'create index menu_item_featured on menu_item (restaurant_id) where featured',
    },
    { name: 'menu_item_tags', properties: ['tags'], type: 'gin' },
  ],
  uniques: [
    { name: 'menu_item_within', properties: ['restaurantId', 'id'] },
    { name: 'menu_item_ref', properties: ['restaurantId', 'ref'] },
  ],
});

export class Item extends schema.class {}

schema.setClass(Item);
