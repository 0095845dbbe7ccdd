import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'CartMember',
  tableName: 'cart_member',
  properties: {
    restaurantId: p.uuid().primary(),
    cartId: p.uuid().primary(),
    /** 1, 2, 3 … in the order they came. */
    number: p.integer().primary(),
    /** A guest's; null for staff. */
    visitId: p.uuid().strictNullable(),
    /** Staff, or a guest who was signed in. */
    personId: p.uuid().strictNullable().index('cart_member_of_person'),
    /** What a guest wants to be called at the table. */
    name: p.text().strictNullable(),
    joinedAt: p.datetime(),
    /** The cart is not theirs from then on. */
    leftAt: p.datetime().strictNullable(),
  },
  uniques: [{ name: 'cart_member_once', properties: ['restaurantId', 'cartId', 'visitId'] }],
  indexes: [{ name: 'cart_member_of_visit', properties: ['restaurantId', 'visitId'] }],
});

/** Somebody who fills a cart together with others. */
export class CartMember extends schema.class {}

schema.setClass(CartMember);
