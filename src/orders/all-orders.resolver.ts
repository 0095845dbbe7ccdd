import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Page } from '../page.ts';
import type { Context } from '../viewer.ts';
import { listAllOrders } from './list-all-orders.ts';
import type { Order } from './order.entity.ts';
import { OrderConnection } from './order.types.ts';
import { AllOrdersArgs } from './order-list.types.ts';

@Resolver()
export class AllOrdersResolver {
  @Query(() => OrderConnection, {
    description:
      'Orders of every restaurant, or of one, newest first unless they are wanted otherwise. Who looks for a text, a number or a business day, or orders otherwise, says a restaurant or since when too. For admins of the platform. Errors: NOT_FOUND, BAD_USER_INPUT.',
  })
  orders(@Ctx() ctx: Context, @Args() args: AllOrdersArgs): Promise<Page<Order>> {
    return listAllOrders(ctx, args.filter?.restaurantId ?? null, args.query());
  }
}
