import { defineEntity, p } from '@mikro-orm/core';
import type { Translations } from './translations.ts';
import type { Windows } from './windows.ts';

const schema = defineEntity({
  name: 'Category',
  tableName: 'menu_category',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    slug: p.text(),
    title: p.text(),
    description: p.text().strictNullable(),
    position: p.integer(),
    hidden: p.boolean(),
    /** When its items may be ordered. Null: always. */
    windows: p.json<Windows>().strictNullable(),
    translations: p.json<Translations>().defaultRaw("'{}'"),
    /** What another system knows it by. */
    ref: p.text().nullable(),
    archivedAt: p.datetime().strictNullable(),
  },
  uniques: [
    { name: 'menu_category_within', properties: ['restaurantId', 'id'] },
    { name: 'menu_category_ref', properties: ['restaurantId', 'ref'] },
    { name: 'menu_category_slug', properties: ['restaurantId', 'slug'] },
  ],
});

export class Category extends schema.class {}

schema.setClass(Category);
