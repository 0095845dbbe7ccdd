import { defineEntity, p } from '@mikro-orm/core';

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
    archivedAt: p.datetime().strictNullable(),
  },
  uniques: [
    { name: 'menu_category_within', properties: ['restaurantId', 'id'] },
    { name: 'menu_category_slug', properties: ['restaurantId', 'slug'] },
  ],
});

export class Category extends schema.class {}

schema.setClass(Category);
