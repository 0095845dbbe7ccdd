import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page } from '../page.ts';
import { PageArgsType } from '../page.types.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantType } from '../restaurants/restaurant.types.ts';
import type { Context } from '../viewer.ts';
import { listRestaurantOrders } from './list-orders.ts';
import type { Order } from './order.entity.ts';
import { OrderConnection, OrderStatusEnum } from './order.types.ts';
import type { OrderStatus } from './order-status.ts';

@Resolver(() => RestaurantType)
export class RestaurantOrdersResolver {
  @FieldResolver(() => OrderConnection, {
    description:
      'Newest first. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  orders(
    @Ctx() ctx: Context,
    @Root() { id }: Restaurant,
    @Args() page: PageArgsType,
    @Arg('status', () => [OrderStatusEnum], { nullable: true, description: 'Only those in one of these.' })
    status: OrderStatus[] | null,
  ): Promise<Page<Order>> {
    return listRestaurantOrders(ctx, id, page, status ?? null);
  }
}
