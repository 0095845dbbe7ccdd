import { defineEntity, p } from '@mikro-orm/core';

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
    position: p.integer(),
    tags: p.array(),
    allergens: p.array(),
    archivedAt: p.datetime().strictNullable(),
  },
  indexes: [{ name: 'menu_item_of_category', properties: ['restaurantId', 'categoryId'] }],
  uniques: [{ name: 'menu_item_within', properties: ['restaurantId', 'id'] }],
});

export class Item extends schema.class {}

schema.setClass(Item);
