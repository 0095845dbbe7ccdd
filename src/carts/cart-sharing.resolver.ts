import { Arg, Args, Ctx, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { LiveMessage } from '../events/live-source.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { CartType } from './cart.types.ts';
import { CartUpdate, JoinCartArgs, ShareCartArgs } from './cart-sharing.types.ts';
import { findCart } from './find-cart.ts';
import { followCart } from './follow-cart.ts';
import { joinCart } from './join-cart.ts';
import { leaveCart } from './leave-cart.ts';
import { orderedAs } from './ordered-as.ts';
import type { CartView } from './read-cart.ts';
import { shareCart } from './share-cart.ts';

@Resolver(() => CartType)
export class CartSharingResolver {
  @Mutation(() => CartType, {
    description:
      'Lets other guests of my table fill my cart with me: they join with its `shareCode`. Again it changes nothing, unless for a new code, which is for whoever has been there longest. Errors: NOT_FOUND, FORBIDDEN, VISIT_ENDED, CONFLICT.',
  })
  shareCart(@Ctx() ctx: Context, @Args() { cartId, name, newCode }: ShareCartArgs): Promise<CartView> {
    return shareCart(ctx, { cartId, name: name?.trim() || null, newCode });
  }

  @Mutation(() => CartType, {
    description:
      'I fill the cart of others at my table with them, by its code, and what is in my own comes along. It is my cart then, until I leave it, my visit ends or there is a new code; what is ordered from it is the order of us all. Errors: NOT_FOUND, FORBIDDEN, VISIT_ENDED, CART_FULL, RATE_LIMITED.',
  })
  joinCart(@Ctx() ctx: Context, @Args() { code, name }: JoinCartArgs): Promise<CartView> {
    return joinCart(ctx, code.toLowerCase(), name?.trim() || null);
  }

  @Mutation(() => CartType, {
    description:
      'Leaves the cart that I fill with others, and answers with one of my own, with what I added. Errors: NOT_FOUND, FORBIDDEN, VISIT_ENDED, CART_FULL.',
  })
  leaveCart(@Ctx() ctx: Context, @Arg('cartId', () => UUID) cartId: string): Promise<CartView> {
    return leaveCart(ctx, cartId);
  }

  @Subscription(() => CartUpdate, {
    description:
      'A cart that several fill: first as it is, then after every change. For guests who share it, and for whoever serves its table; it ends with an error when the cart is theirs no longer. Errors: NOT_FOUND, FORBIDDEN, VISIT_ENDED.',
    subscribe: ({ context, args }) => followCart(context as Context, args['cartId'], args['after'] ?? null),
  })
  async cartUpdates(
    @Ctx() ctx: Context,
    @Root() { verdict, number, previous, event }: LiveMessage,
    @Arg('cartId', () => UUID) cartId: string,
    @Arg('after', () => Int, { nullable: true, description: 'The last number you hold.' }) _after:
      | number
      | null,
  ): Promise<CartUpdate> {
    return { verdict, number, previous, orderId: orderedAs(event), cart: await findCart(ctx, cartId) };
  }
}
