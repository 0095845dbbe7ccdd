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
import type { Page } from '../page.ts';
import { seesOrders } from '../restaurants/restaurant-access.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { allowedMoves } from './allowed-moves.ts';
import { followOrder, followRestaurantOrders, ordersOf } from './follow-orders.ts';
import { listMyOrders } from './list-my-orders.ts';
import { moveLines } from './move-lines.ts';
import { MoveLinesArgs } from './move-lines.types.ts';
import { moveOrder } from './move-order.ts';
import { type Address, Order } from './order.entity.ts';
import {
  AddressType,
  MoveOrderArgs,
  OrderConnection,
  OrderStatusEnum,
  OrderType,
  OrderUpdate,
  RestaurantOrdersMessage,
} from './order.types.ts';
import { moversOf, orderForReading, reachesCustomer } from './order-access.ts';
import { OrderLineType } from './order-line.types.ts';
import { type OrderLineView, orderLineView } from './order-line-view.ts';
import { MyOrdersArgs } from './order-list.types.ts';
import { activeStatuses, type OrderStatus } from './order-status.ts';
import { placeOrder } from './place-order.ts';
import { PlaceOrderArgs, PlaceOrderPayload } from './place-order.types.ts';

@Resolver(() => OrderType)
export class OrderResolver {
  @Query(() => OrderType, {
    description:
      'For the guest or customer whose it is, the courier who brings it, the kitchen, the floor, managers and owners. Errors: NOT_FOUND.',
  })
  order(@Ctx() ctx: Context, @Arg('id', () => UUID) id: string): Promise<Order> {
    return orderForReading(ctx, id);
  }

  @Query(() => OrderConnection, {
    description:
      'My orders at every restaurant, newest first unless they are wanted otherwise; a guest has those of the visit, and so does a person who brings a visit, until 24 hours after its end. Errors: UNAUTHENTICATED, BAD_USER_INPUT; NOT_FOUND for a guest whose visit ended longer ago.',
  })
  myOrders(@Ctx() ctx: Context, @Args() args: MyOrdersArgs): Promise<Page<Order>> {
    return listMyOrders(ctx, args.query());
  }

  @Mutation(() => PlaceOrderPayload, {
    description:
      'Turns my cart into an order, at the prices of this moment. Errors: NOT_FOUND, CONFLICT, CART_EMPTY, ORDERS_PAUSED, RESTAURANT_CLOSED, TOO_BUSY, FULFILMENT_UNAVAILABLE, BAD_USER_INPUT, VISIT_ENDED, ITEM_UNAVAILABLE, CHOICE_INVALID, IDEMPOTENCY_KEY_REUSED.',
  })
  placeOrder(@Ctx() ctx: Context, @Args() args: PlaceOrderArgs): Promise<PlaceOrderPayload> {
    return placeOrder(ctx, args.placing(), args.idempotencyKey);
  }

  @Mutation(() => OrderType, {
    description:
      'Moves an order and its lines along; see `order.allowedMoves`. READY bumps what is fired; while a course is held the order stays PREPARING. A delivery that comes back is RETURNED by `failDelivery` alone. Rejecting or cancelling wants a reason and puts what is not ready back into the count of what there is. Errors: NOT_FOUND, CONFLICT, ILLEGAL_MOVE, VISIT_ENDED, BAD_USER_INPUT.',
  })
  moveOrder(@Ctx() ctx: Context, @Args() move: MoveOrderArgs): Promise<Order> {
    return moveOrder(ctx, move);
  }

  @Mutation(() => OrderType, {
    description:
      'Moves lines of an order that is ACCEPTED, PREPARING or READY; see `line.allowedMoves`. The order goes with them: PREPARING with the first that is READY, READY with the last, PREPARING again after a recall. Errors: NOT_FOUND, CONFLICT, ILLEGAL_MOVE, BAD_USER_INPUT.',
  })
  moveLines(@Ctx() ctx: Context, @Args() args: MoveLinesArgs): Promise<Order> {
    return moveLines(ctx, args.move());
  }

  @Subscription(() => OrderUpdate, {
    description:
      'One order: first as it is, then every change. For the guest or customer whose it is, the courier who brings it, the kitchen, the floor, managers and owners. Errors: NOT_FOUND.',
    subscribe: ({ context, args }) => followOrder(context as Context, args['orderId'], args['after'] ?? null),
  })
  async orderUpdates(
    @Ctx() ctx: Context,
    @Root() { verdict, number, previous }: LiveMessage,
    @Arg('orderId', () => UUID) orderId: string,
    @Arg('after', () => Int, { nullable: true, description: 'The last number you hold.' }) _after:
      | number
      | null,
  ): Promise<OrderUpdate> {
    return { verdict, number, previous, order: await orderForReading(ctx, orderId) };
  }

  @Subscription(() => RestaurantOrdersMessage, {
    description:
      'Every order of a restaurant: first what is unfinished, then every change, in order. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
    subscribe: ({ context, args }) =>
      followRestaurantOrders(context as Context, args['restaurantId'], seesOrders, args['after'] ?? null),
  })
  async restaurantOrders(
    @Ctx() ctx: Context,
    @Root() message: LiveMessage,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'The last number you hold; none for a snapshot.',
    })
    _after: number | null,
  ): Promise<RestaurantOrdersMessage> {
    const { verdict, number, previous } = message;
    const { all, one } = await ordersOf(ctx, restaurantId, message, activeStatuses);
    return { verdict, number, previous, orders: all, order: one };
  }

  @FieldResolver(() => [OrderLineType])
  lines(@Root() order: Order): OrderLineView[] {
    return order.lines.map((line) => orderLineView(line, order));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Null for the kitchen; for whose order it is, the floor, managers and owners, keys that read orders, and until it is over for the courier who brings it.',
  })
  async phone(@Ctx() ctx: Context, @Root() order: Order): Promise<string | null> {
    return (await reachesCustomer(ctx, order)) ? order.phone : null;
  }

  @FieldResolver(() => AddressType, { nullable: true, description: 'For the same.' })
  async address(@Ctx() ctx: Context, @Root() order: Order): Promise<Address | null> {
    return (await reachesCustomer(ctx, order)) ? order.address : null;
  }

  @FieldResolver(() => [OrderStatusEnum], {
    description:
      'Where I may move it from here. All are for `moveOrder`, but RETURNED, which wants to say why: that is what `failDelivery` does.',
  })
  async allowedMoves(@Ctx() ctx: Context, @Root() order: Order): Promise<OrderStatus[]> {
    return allowedMoves(order, await moversOf(ctx, order));
  }
}
