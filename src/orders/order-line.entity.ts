import { defineEntity, p } from '@mikro-orm/core';
import type { FrozenDiscount } from './frozen-discount.ts';
import type { LineStage } from './line-status.ts';

const schema = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    orderId: p.uuid(),
    position: p.integer(),
    /** 1: as it was placed; what is added later has the next. */
    round: p.integer().default(1),
    /** The number of the guest who added it, of those who filled the cart together. Null: nobody in particular. */
    seat: p.integer().strictNullable(),
    /** How far it has come; see lineStatusOf. */
    status: p
      .enum(['WAITING', 'FIRED', 'READY', 'SERVED'] as const)
      .$type<LineStage>()
      .default('WAITING'),
    /** 1 to 9; null: it belongs to none and comes at once. */
    course: p.integer().strictNullable(),
    /** The key of the kitchen's station that makes it. */
    station: p.text().strictNullable(),
    itemId: p.uuid(),
    title: p.text(),
    variantId: p.uuid().strictNullable(),
    variantLabel: p.text().strictNullable(),
    quantity: p.integer(),
    /** Minor units, modifiers included. */
    unitPrice: p.integer(),
    taxPerMillion: p.integer().default(0),
    /** A manager's, on this line. */
    discount: p.json<FrozenDiscount>().strictNullable(),
    /** How many of the quantity count no more. */
    voided: p.integer().default(0),
    voids: p.json<readonly FrozenVoid[]>().defaultRaw(`'[]'`),
    note: p.text().strictNullable(),
    modifiers: p.json<readonly FrozenModifier[]>(),
    /** What each piece took of what is counted. Null: it was written by a release that did not say. */
    takes: p.json<readonly FrozenTake[]>().strictNullable(),
  },
  checks: [{ name: 'order_line_voided', expression: 'voided >= 0 and voided <= quantity' }],
  uniques: [{ name: 'order_line_within', properties: ['restaurantId', 'orderId', 'position'] }],
});

/** A line as it was ordered. Later changes of the menu do not reach it. */
export class OrderLine extends schema.class {}

/** Pieces that were taken off the bill after the order was placed. */
export interface FrozenVoid {
  readonly quantity: number;
  /** Free text; erased with what is personal of the order. */
  readonly reason?: string;
  readonly byId: string | null;
  /** ISO 8601. */
  readonly at: string;
}

export interface FrozenModifier {
  readonly modifierId: string;
  readonly title: string;
  readonly wanted: boolean;
  /** Of each piece. */
  readonly quantity: number;
  /** Minor units; what it added. */
  readonly price: number;
}

export interface FrozenTake {
  /** Of an item, a variant or a modifier; also one that came with the item unasked. */
  readonly id: string;
  readonly pieces: number;
}

schema.setClass(OrderLine);
