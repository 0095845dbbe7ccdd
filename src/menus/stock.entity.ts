import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Stock',
  tableName: 'item_stock',
  properties: {
    /** Locked in this order. */
    itemId: p.uuid().primary(),
    restaurantId: p.uuid(),
    remaining: p.integer(),
  },
  indexes: [{ name: 'item_stock_within', properties: ['restaurantId', 'itemId'] }],
  checks: [{ name: 'item_stock_not_negative', expression: 'remaining >= 0' }],
});

/** How many of an item are left. A row of its own, which nothing references, so that it may be locked. */
export class Stock extends schema.class {}

schema.setClass(Stock);
