import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Preparation } from '../restaurants/preparation.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantType } from '../restaurants/restaurant.types.ts';
import type { Context } from '../viewer.ts';
import { findPreparation } from './find-preparation.ts';
import type { Order } from './order.entity.ts';
import { OrderType } from './order.types.ts';
import { PreparationType, PromiseOrderArgs } from './promise.types.ts';
import { promiseOrder } from './promise-order.ts';

/** What is promised of orders, and what became of that. */
@Resolver(() => RestaurantType)
export class PromiseResolver {
  @FieldResolver(() => PreparationType, {
    description:
      'How long orders took lately, and how far off their promises were. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  preparation(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Promise<Preparation> {
    return findPreparation(ctx, restaurant);
  }

  @Mutation(() => OrderType, {
    description:
      'Says when an order that is not READY will be, in place of what was promised before; whoever follows it hears it. For the kitchen, managers and owners. Errors: NOT_FOUND, FORBIDDEN, CONFLICT; ORDER_CLOSED once it is READY or over; BAD_USER_INPUT for a time that is past or too far.',
  })
  promiseOrder(@Ctx() ctx: Context, @Args() args: PromiseOrderArgs): Promise<Order> {
    return promiseOrder(ctx, args);
  }
}
