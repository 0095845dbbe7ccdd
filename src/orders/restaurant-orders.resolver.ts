import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page } from '../page.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantType } from '../restaurants/restaurant.types.ts';
import type { Context } from '../viewer.ts';
import { listRestaurantOrders } from './list-orders.ts';
import type { Order } from './order.entity.ts';
import { OrderConnection } from './order.types.ts';
import { RestaurantOrdersArgs } from './order-list.types.ts';

@Resolver(() => RestaurantType)
export class RestaurantOrdersResolver {
  @FieldResolver(() => OrderConnection, {
    description:
      'Newest first, unless they are wanted otherwise. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  orders(
    @Ctx() ctx: Context,
    @Root() { id }: Restaurant,
    @Args() args: RestaurantOrdersArgs,
  ): Promise<Page<Order>> {
    return listRestaurantOrders(ctx, id, args.query());
  }
}
