import { MaxLength } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LiveMessageType } from '../live.types.ts';
import { deliveryFailures, type FailureReason } from '../orders/delivery-failure.ts';
import type { OrderQuery } from '../orders/list-orders.ts';
import type { Order } from '../orders/order.entity.ts';
import { OrderStatusEnum, OrderType } from '../orders/order.types.ts';
import { MyOrdersArgs } from '../orders/order-list.types.ts';
import type { OrderStatus } from '../orders/order-status.ts';
import { UUID } from '../scalars.ts';
import type { Assignment } from './assign-courier.ts';
import type { DeliveriesOfMessage } from './deliveries-of.ts';
import type { DeliveryFailureView } from './delivery-failure-view.ts';
import type { Failing } from './fail-delivery.ts';

const FailureReasonEnum = Object.fromEntries(deliveryFailures.map((one) => [one, one])) as {
  [R in FailureReason]: R;
};

registerEnumType(FailureReasonEnum, {
  name: 'DeliveryFailureReason',
  description: 'Why nobody got what was brought.',
});

@ObjectType('DeliveryFailure', {
  description: 'Why a delivery came back, the last time it did.',
  simpleResolvers: true,
})
export class DeliveryFailureType implements DeliveryFailureView {
  @Field(() => FailureReasonEnum)
  reason!: FailureReason;

  @Field(() => String, {
    nullable: true,
    description: 'For staff; null for guests and customers. Erased with what is personal.',
  })
  note!: DeliveryFailureView['note'];

  @Field(() => UUID, { nullable: true, description: 'The person who said so, for staff.' })
  byId!: DeliveryFailureView['byId'];

  @Field()
  at!: Date;
}

@ArgsType()
export class AssignCourierArgs implements Assignment {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'A courier of this restaurant, or myself where `selfAssignment` says so. Null: nobody.',
  })
  courierId!: string | null;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused with CONFLICT.' })
  expectedVersion!: number;
}

@ArgsType()
export class FailDeliveryArgs {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused with CONFLICT.' })
  expectedVersion!: number;

  @Field(() => FailureReasonEnum)
  reason!: FailureReason;

  @Field(() => String, { nullable: true, description: 'For the restaurant; up to 200 characters.' })
  @MaxLength(200)
  note?: string | null;

  failing(): Failing {
    const { orderId, expectedVersion, reason, note } = this;
    return { orderId, expectedVersion, reason, note: note?.trim() || null };
  }
}

@ArgsType()
export class MyDeliveriesArgs extends MyOrdersArgs {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => [OrderStatusEnum], { nullable: true, deprecationReason: 'Say it in the filter.' })
  status?: OrderStatus[] | null;

  override query(): OrderQuery {
    const { filter, ...query } = super.query();
    return { filter: { ...filter, status: filter.status ?? this.status ?? null }, ...query };
  }
}

@ObjectType({
  description:
    'One message of the subscription `myDeliveries`. Where an order of somebody else has changed it carries its number alone.',
})
export class MyDeliveriesMessage extends LiveMessageType implements DeliveriesOfMessage {
  @Field(() => [OrderType], {
    nullable: true,
    description: 'With SNAPSHOT and RESET: all that I am to bring and that is not over.',
  })
  deliveries!: Order[] | null;

  @Field(() => OrderType, {
    nullable: true,
    description: 'On a change: the order as it is now, also when it is over.',
  })
  delivery!: Order | null;

  @Field(() => UUID, { nullable: true, description: 'An order that is not mine to bring any more.' })
  gone!: string | null;
}
