import { IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { StatedAllergy } from '../carts/stated-allergy.ts';
import { StatedAllergyType } from '../carts/stated-allergy.types.ts';
import { LiveMessageType } from '../live.types.ts';
import { OneLine } from '../one-line.ts';
import { connectionOf } from '../page.types.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { UUID } from '../scalars.ts';
import type { EndReason } from './end-reason.ts';
import { EndReasonEnum } from './end-reason.types.ts';
import type { Address, Order } from './order.entity.ts';
import { type OrderStatus, orderStatuses } from './order-status.ts';

function enumOf<T extends string>(values: readonly T[]): { [V in T]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };
}

export const OrderStatusEnum = enumOf(orderStatuses);

registerEnumType(OrderStatusEnum, {
  name: 'OrderStatus',
  description:
    'PLACED → ACCEPTED → PREPARING → READY → COMPLETED, a delivery by OUT_FOR_DELIVERY, from which it may come back as RETURNED, to be READY again or CANCELLED; REJECTED from PLACED; CANCELLED before COMPLETED, but not on the way.',
});

@ObjectType('Order', { description: 'What was ordered, at the names and prices of that moment.' })
export class OrderType
  implements
    Pick<
      Order,
      | 'id'
      | 'restaurantId'
      | 'number'
      | 'businessDay'
      | 'status'
      | 'version'
      | 'fulfilment'
      | 'tableId'
      | 'tableName'
      | 'customerName'
      | 'note'
      | 'allergies'
      | 'reason'
      | 'reasonNote'
      | 'wishedAt'
      | 'trackingCode'
      | 'taxIncluded'
      | 'placedAt'
      | 'promisedAt'
      | 'readyAt'
      | 'updatedAt'
    >
{
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => Int, { description: "The restaurant's own count, from 1 each business day." })
  number!: number;

  @Field({ description: 'The day that its number is of, as the restaurant counts its days: 2027-01-31.' })
  businessDay!: string;

  @Field(() => OrderStatusEnum)
  status!: OrderStatus;

  @Field(() => Int, { description: 'Rises with every change; moves name the one they saw.' })
  version!: number;

  @Field(() => EndReasonEnum, { nullable: true, description: 'Why it was rejected or cancelled.' })
  reason!: EndReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'In the words of whoever did it. Erased like the note.',
  })
  reasonNote!: string | null;

  @Field(() => FulfilmentEnum)
  fulfilment!: Fulfilment;

  @Field(() => UUID, { nullable: true, description: 'Null unless DINE_IN.' })
  tableId!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was called then; null unless DINE_IN.' })
  tableName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to call out. Erased some time after the order is over, like phone, address and notes.',
  })
  customerName!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the whole order, for the kitchen.' })
  note!: string | null;

  @Field(() => [StatedAllergyType], { description: 'Said when it was ordered. Erased like the note.' })
  allergies!: readonly StatedAllergy[];

  @Field(() => Date, { nullable: true, description: 'Null: as soon as may be.' })
  wishedAt!: Date | null;

  @Field(() => String, {
    description: 'Whoever has it follows the order by `trackOrder`, until 24 hours after it was over.',
  })
  trackingCode!: string;

  @Field({ description: 'True: the tax is part of the subtotal. False: it came on top.' })
  taxIncluded!: boolean;

  @Field()
  placedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it is promised to be READY, to the full minute: counted from the orders ahead of it and from how long the last ones took, not before it is wanted; `promiseOrder` moves it. The way of a delivery comes on top. Null: nobody knows.',
  })
  promisedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it became READY. Null: it is not, or not any more.',
  })
  readyAt!: Date | null;

  @Field()
  updatedAt!: Date;
}

export const OrderConnection = connectionOf<Order>(OrderType, 'Order');

@ObjectType('Address', { simpleResolvers: true })
export class AddressType implements Address {
  @Field()
  street!: string;

  @Field(() => String, { nullable: true, description: 'Floor, door, bell.' })
  details!: string | null;

  @Field(() => String, { nullable: true })
  postcode!: string | null;

  @Field()
  city!: string;
}

@ArgsType()
export class MoveOrderArgs {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => OrderStatusEnum, { description: 'One of `order.allowedMoves` but RETURNED.' })
  to!: OrderStatus;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused with CONFLICT.' })
  expectedVersion!: number;

  @Field(() => EndReasonEnum, {
    nullable: true,
    description: 'REJECTED and CANCELLED want one; nothing else has one.',
  })
  reason?: EndReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'More about it, for whoever sees the order: 1 to 200 characters in one line.',
  })
  @OneLine(1, 200)
  @IsOptional()
  reasonNote?: string | null;
}

@ObjectType({ description: 'One message of `orderUpdates`.' })
export class OrderUpdate extends LiveMessageType {
  @Field(() => OrderType, { description: 'As it is now.' })
  order!: Order;
}

@ObjectType({ description: 'One message of `restaurantOrders`.' })
export class RestaurantOrdersMessage extends LiveMessageType {
  @Field(() => [OrderType], {
    nullable: true,
    description: 'With SNAPSHOT and RESET: every order that is not finished.',
  })
  orders!: Order[] | null;

  @Field(() => OrderType, { nullable: true, description: 'On a change: the order as it is now.' })
  order!: Order | null;
}
