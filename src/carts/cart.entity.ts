import { defineEntity, p } from '@mikro-orm/core';
import type { AmountOrRate } from './totals.ts';

const schema = defineEntity({
  name: 'Cart',
  tableName: 'cart',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    /** `visit:…`, `person:…` or `staff:person:table`: one cart per key. */
    ownerKey: p.text(),
    personId: p.uuid().strictNullable().index('cart_of_person'),
    visitId: p.uuid().strictNullable(),
    tableId: p.uuid().strictNullable(),
    tip: p.json<AmountOrRate>().strictNullable(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [
    { name: 'cart_within', properties: ['restaurantId', 'id'] },
    { name: 'cart_of_owner', properties: ['restaurantId', 'ownerKey'] },
  ],
});

/** What a viewer is about to order at one restaurant. */
export class Cart extends schema.class {}

schema.setClass(Cart);
