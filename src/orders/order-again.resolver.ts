import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../viewer.ts';
import { orderAgain } from './order-again.ts';
import { OrderAgainArgs, OrderAgainPayload } from './order-again.types.ts';

@Resolver()
export class OrderAgainResolver {
  @Mutation(() => OrderAgainPayload, {
    description:
      'Adds to my cart what an earlier order at the same restaurant had, and says what of it cannot be had any more and what costs something else now. For whoever sees the order. Errors: NOT_FOUND, VISIT_ENDED, CART_FULL, ITEM_UNAVAILABLE, IDEMPOTENCY_KEY_REUSED.',
  })
  async orderAgain(
    @Ctx() ctx: Context,
    @Args() { orderId, cartId, idempotencyKey }: OrderAgainArgs,
  ): Promise<OrderAgainPayload> {
    return OrderAgainPayload.of(await orderAgain(ctx, { orderId, cartId }, idempotencyKey));
  }
}
