import { defineEntity, p } from '@mikro-orm/core';
import type { StatedAllergy } from '../carts/stated-allergy.ts';
import type { RateOfTax } from '../carts/totals.ts';
import { type Fulfilment, fulfilments } from '../restaurants/fulfilment.ts';
import type { DeliveryFailure } from './delivery-failure.ts';
import { type EndReason, endReasons } from './end-reason.ts';
import type { FrozenDiscount } from './frozen-discount.ts';
import type { OrderLine } from './order-line.entity.ts';
import { type OrderStatus, orderStatuses } from './order-status.ts';

const schema = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    /** Begins at 1 each business day. */
    number: p.integer(),
    businessDay: p.text(),
    status: p.enum(orderStatuses).$type<OrderStatus>(),
    version: p.integer(),
    /** Why it was rejected or cancelled. */
    reason: p.enum(endReasons).$type<EndReason>().strictNullable(),
    fulfilment: p.enum(fulfilments).$type<Fulfilment>(),
    tableId: p.uuid().strictNullable(),
    tableName: p.text().strictNullable(),
    /** Whose order it is: a signed-in customer, a guest by visit, or both. Staff orders have neither. */
    personId: p.uuid().strictNullable(),
    visitId: p.uuid().strictNullable(),
    /** Visits of all who shared the cart: it is the order of each. Null when nobody did. */
    party: p.array().columnType('uuid[]').strictNullable(),
    /** The member of staff who entered it. */
    enteredById: p.uuid().strictNullable().index('orders_entered_by'),
    /** What is personal, down to the note, is erased some time after the order is over. */
    customerName: p.text().strictNullable(),
    phone: p.text().strictNullable(),
    address: p.json<Address>().strictNullable(),
    note: p.text().strictNullable(),
    allergies: p.json<readonly StatedAllergy[]>().defaultRaw("'[]'"),
    /** More about the reason; personal too. */
    reasonNote: p.text().strictNullable(),
    /** Null: as soon as may be. */
    wishedAt: p.datetime().strictNullable(),
    /** Who brings it: a courier, or somebody who runs the restaurant and took it themselves. */
    courierId: p.uuid().strictNullable(),
    /** Why it came back the last time. */
    deliveryFailure: p.json<DeliveryFailure>().strictNullable(),
    /** Whoever has it follows the order. */
    trackingCode: p.text(),
    personalErasedAt: p.datetime().strictNullable(),
    currency: p.text(),
    locale: p.text(),
    /** A manager's, on the whole order. */
    discount: p.json<FrozenDiscount>().strictNullable(),
    servicePerMillion: p.integer().default(0),
    /** Minor units, like the sums that follow. Of all lines. */
    subtotal: p.integer(),
    /** Off the lines and off the whole. */
    discounts: p.integer().default(0),
    service: p.integer().default(0),
    tip: p.integer().default(0),
    tax: p.integer(),
    /** By rate; they add up to the tax. */
    taxes: p.json<readonly RateOfTax[]>().defaultRaw(`'[]'`),
    /** The standard rate; each line has its own. */
    taxPerMillion: p.integer(),
    /** Whether the tax is part of the subtotal; else it comes on top. */
    taxIncluded: p.boolean(),
    total: p.integer(),
    placedAt: p.datetime(),
    /** When it is to be ready. Null: nobody knows. */
    promisedAt: p.datetime().strictNullable(),
    /** What promises are judged by, however often this one was moved. */
    firstPromisedAt: p.datetime().strictNullable(),
    /** How many were to be made before it when it was placed. */
    queueAhead: p.integer().strictNullable(),
    /** Null: it is not, or not any more. */
    readyAt: p.datetime().strictNullable(),
    updatedAt: p.datetime(),
    /** When it was over. A process of the release before does not write it: then updatedAt stands for it. */
    endedAt: p.datetime().strictNullable(),
  },
  uniques: [
    { name: 'orders_within', properties: ['restaurantId', 'id'] },
    { name: 'orders_number', properties: ['restaurantId', 'businessDay', 'number'] },
    { name: 'orders_tracking_code', properties: ['trackingCode'] },
  ],
  indexes: [
    { name: 'orders_placed_at', properties: ['placedAt'], type: 'brin' },
    { name: 'orders_by_moment', properties: ['restaurantId', 'placedAt'] },
    { name: 'orders_by_status', properties: ['restaurantId', 'status', 'id'] },
    { name: 'orders_of_person', properties: ['personId', 'id'] },
    { name: 'orders_of_visit', properties: ['visitId', 'id'] },
    { name: 'orders_of_courier', properties: ['courierId', 'id'] },
    {
      name: 'orders_personal',
      properties: ['endedAt'],
      expression:
        'create index orders_personal on orders (coalesce(ended_at, updated_at)) where personal_erased_at is null',
    },
    { name: 'orders_of_party', properties: ['party'], type: 'gin' },
  ],
});

/** What was ordered, at the names and prices of that moment. */
export class Order extends schema.class {
  /** Loaded with the order. */
  lines!: readonly OrderLine[];
}

/** Where a courier rings. */
export interface Address {
  /** With the number of the house. */
  readonly street: string;
  /** Floor, door, bell. */
  readonly details: string | null;
  readonly postcode: string | null;
  readonly city: string;
}

schema.setClass(Order);
