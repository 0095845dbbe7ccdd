import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    orderId: p.uuid(),
    position: p.integer(),
    itemId: p.uuid(),
    title: p.text(),
    variantId: p.uuid().strictNullable(),
    variantLabel: p.text().strictNullable(),
    quantity: p.integer(),
    /** Minor units, modifiers included. */
    unitPrice: p.integer(),
    note: p.text().strictNullable(),
    modifiers: p.json<readonly FrozenModifier[]>(),
  },
  uniques: [{ name: 'order_line_within', properties: ['restaurantId', 'orderId', 'position'] }],
});

/** A line as it was ordered. Later changes of the menu do not reach it. */
export class OrderLine extends schema.class {}

export interface FrozenModifier {
  readonly modifierId: string;
  readonly title: string;
  readonly wanted: boolean;
  /** Minor units; what it added. */
  readonly price: number;
}

schema.setClass(OrderLine);
