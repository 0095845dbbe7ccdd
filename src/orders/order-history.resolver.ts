import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../viewer.ts';
import { findHistory, type OrderHappening } from './find-history.ts';
import { Order } from './order.entity.ts';
import { OrderType } from './order.types.ts';
import { OrderHappeningType } from './order-history.types.ts';

@Resolver(() => OrderType)
export class OrderHistoryResolver {
  @FieldResolver(() => [OrderHappeningType], {
    description:
      'What happened to it and who did that, oldest first, at most the latest 500. Told as long as the house keeps events, 30 days at least: of an older order it is empty or begins later.',
  })
  history(@Ctx() ctx: Context, @Root() order: Order): Promise<OrderHappening[]> {
    return findHistory(ctx, order);
  }
}
