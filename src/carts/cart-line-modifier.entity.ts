import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'CartLineModifier',
  tableName: 'cart_line_modifier',
  properties: {
    restaurantId: p.uuid().primary(),
    lineId: p.uuid().primary(),
    modifierId: p.uuid().primary(),
    /** True: asked for. False: comes with the item and is not wanted. */
    wanted: p.boolean(),
    quantity: p.integer().default(1),
  },
});

/** A modifier that a line has beyond what the item comes with, or goes without. */
export class CartLineModifier extends schema.class {}

schema.setClass(CartLineModifier);
