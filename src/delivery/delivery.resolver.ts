import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { LiveMessage } from '../events/live-source.ts';
import { forStaff } from '../orders/for-staff.ts';
import { Order } from '../orders/order.entity.ts';
import { OrderConnection, OrderType } from '../orders/order.types.ts';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { assignCourier } from './assign-courier.ts';
import { deliveriesOf } from './deliveries-of.ts';
import {
  AssignCourierArgs,
  DeliveryFailureType,
  FailDeliveryArgs,
  MyDeliveriesArgs,
  MyDeliveriesMessage,
} from './delivery.types.ts';
import { type DeliveryFailureView, deliveryFailureView } from './delivery-failure-view.ts';
import { failDelivery } from './fail-delivery.ts';
import { followDeliveries } from './follow-deliveries.ts';
import { listMyDeliveries } from './list-my-deliveries.ts';

@Resolver(() => OrderType)
export class DeliveryResolver {
  @FieldResolver(() => UUID, {
    nullable: true,
    description:
      'The person who brings it, for staff; null for guests and customers, and while it is nobody.',
  })
  courierId(@Ctx() ctx: Context, @Root() order: Order): Promise<string | null> {
    return forStaff(order, order.courierId)(null, ctx);
  }

  @FieldResolver(() => DeliveryFailureType, { nullable: true, description: 'Null: it never came back.' })
  deliveryFailure(@Root() order: Order): DeliveryFailureView | null {
    return deliveryFailureView(order);
  }

  @Query(() => OrderConnection, {
    name: 'myDeliveries',
    description:
      'What I bring or have brought for a restaurant, newest first unless it is wanted otherwise. For couriers, managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  listMyDeliveries(@Ctx() ctx: Context, @Args() args: MyDeliveriesArgs): Promise<Page<Order>> {
    return listMyDeliveries(ctx, args.restaurantId, args.query());
  }

  @Mutation(() => OrderType, {
    description:
      'Says who brings a delivery that is not over, in place of whoever was to; they see it no more. For managers and owners. Errors: NOT_FOUND, also for somebody who does not work here; FORBIDDEN, also for oneself where the owner has not allowed it; CONFLICT, ORDER_CLOSED; BAD_USER_INPUT for an order that is no DELIVERY and for somebody who is no courier here.',
  })
  assignCourier(
    @Ctx() ctx: Context,
    @Args() { orderId, courierId, expectedVersion }: AssignCourierArgs,
  ): Promise<Order> {
    return assignCourier(ctx, { orderId, courierId, expectedVersion });
  }

  @Mutation(() => OrderType, {
    description:
      'Nobody got what was brought: it is RETURNED, and managers, owners or the floor have it READY again or cancel it. For who brings it, the floor, managers and owners. Errors: NOT_FOUND, CONFLICT, ILLEGAL_MOVE, BAD_USER_INPUT.',
  })
  failDelivery(@Ctx() ctx: Context, @Args() args: FailDeliveryArgs): Promise<Order> {
    return failDelivery(ctx, args.failing());
  }

  @Subscription(() => MyDeliveriesMessage, {
    description:
      'What I am to bring for a restaurant: first all of it, then every change, in order, also of what is taken from me. For couriers, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
    subscribe: ({ context, args }) =>
      followDeliveries(context as Context, args['restaurantId'], args['after'] ?? null),
  })
  async myDeliveries(
    @Ctx() ctx: Context,
    @Root() message: LiveMessage,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'The last number you hold; none for a snapshot.',
    })
    _after: number | null,
  ): Promise<MyDeliveriesMessage> {
    const { verdict, number, previous } = message;
    return { verdict, number, previous, ...(await deliveriesOf(ctx, restaurantId, message)) };
  }
}
