import { defineEntity, p } from '@mikro-orm/core';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import type { Heard } from './heard.ts';
import type { StatedAllergy } from './stated-allergy.ts';
import type { AmountOrRate } from './totals.ts';

const schema = defineEntity({
  name: 'Cart',
  tableName: 'cart',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    /**
     * One cart per key: `visit:…`, `person:…`, `staff:person:pickup`; and those that several fill, `staff:table:…`, `table:…` for
     * guests who scanned the same code, `shared:` with the cart's id for guests who were told its own.
     */
    ownerKey: p.text(),
    personId: p.uuid().strictNullable().index('cart_of_person'),
    visitId: p.uuid().strictNullable(),
    tableId: p.uuid().strictNullable(),
    tip: p.json<AmountOrRate>().strictNullable(),
    /** Null: as usual where it is filled. */
    fulfilment: p.text().$type<Fulfilment>().strictNullable(),
    /** Null: as soon as may be. */
    wishedAt: p.datetime().strictNullable(),
    /** Lines that the last words were about: "make that a large". */
    about: p.array().$type<string[]>().columnType('uuid[]').defaultRaw("'{}'"),
    allergies: p.json<StatedAllergy[]>().defaultRaw("'[]'"),
    /** Null: everything was understood. */
    heard: p.json<Heard>().nullable(),
    /** With it guests of the same table come in. */
    shareCode: p.text().strictNullable(),
    version: p.integer(),
    /** The version it was last ordered or cleared as: what was seen before is another cart. */
    emptiedVersion: p.integer().default(0),
    createdAt: p.datetime(),
    updatedAt: p.datetime().index('cart_updated_at'),
  },
  uniques: [
    { name: 'cart_within', properties: ['restaurantId', 'id'] },
    { name: 'cart_of_owner', properties: ['restaurantId', 'ownerKey'] },
  ],
  indexes: [
    {
      name: 'cart_share_code',
      expression:
        'create unique index cart_share_code on cart (restaurant_id, table_id, share_code) where share_code is not null',
    },
  ],
});

/** What a viewer is about to order at one restaurant. */
export class Cart extends schema.class {}

schema.setClass(Cart);
