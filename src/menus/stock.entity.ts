import { defineEntity, p } from '@mikro-orm/core';
import { type Countable, countables } from './countables.ts';

const schema = defineEntity({
  name: 'Stock',
  tableName: 'stock',
  properties: {
    /** Of what is counted. Locked in this order. */
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    noun: p.enum(countables).$type<Countable>().default('item'),
    remaining: p.integer(),
    /** The id again, one of three: by this the database vouches that it is there, in this restaurant. */
    itemId: p.uuid().nullable().generated(idOf('item')),
    variantId: p.uuid().nullable().generated(idOf('variant')),
    modifierId: p.uuid().nullable().generated(idOf('modifier')),
  },
  indexes: [{ name: 'stock_within', properties: ['restaurantId', 'id'] }],
  checks: [{ name: 'stock_not_negative', expression: 'remaining >= 0' }],
});

function idOf(noun: Countable): string {
  return `(case when (noun = '${noun}'::text) then id else null::uuid end) stored`;
}

/** How many of something on the menu are left. A row of its own, which nothing references, so that it may be locked. */
export class Stock extends schema.class {}

schema.setClass(Stock);
