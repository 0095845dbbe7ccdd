import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'CartLine',
  tableName: 'cart_line',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    cartId: p.uuid(),
    itemId: p.uuid(),
    variantId: p.uuid().strictNullable(),
    quantity: p.integer(),
    note: p.text().strictNullable(),
    /** 1 to 9; null: it belongs to none and comes at once. */
    course: p.integer().strictNullable(),
    /** Item, variant, modifiers, note, course and who added it as one text: the same choice adds up, another is another line. */
    choiceKey: p.text(),
    /** Minor units; what one piece cost when the guest last agreed to it. Null: nobody has been told. */
    unitPrice: p.integer().strictNullable(),
    /** The number of a member; null where nobody shares the cart. */
    addedBy: p.integer().strictNullable(),
  },
  checks: [{ name: 'cart_line_course', expression: 'course >= 1 and course <= 9' }],
  uniques: [
    { name: 'cart_line_within', properties: ['restaurantId', 'id'] },
    { name: 'cart_line_choice', properties: ['restaurantId', 'cartId', 'choiceKey'] },
  ],
});

export class CartLine extends schema.class {}

schema.setClass(CartLine);
