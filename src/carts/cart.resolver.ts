import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { addToCart } from './add-to-cart.ts';
import {
  AddToCartInput,
  AddToCartPayload,
  CartEditInput,
  CartType,
  SetCartTipInput,
  SetQuantityInput,
} from './cart.types.ts';
import { clearCart, removeLine, setQuantity } from './edit-cart.ts';
import { findCart, findOrOpenCart } from './find-cart.ts';
import type { CartView } from './read-cart.ts';
import { setCartTip } from './set-cart-tip.ts';

@Resolver(() => CartType)
export class CartResolver {
  @Query(() => CartType, { description: 'My cart by its id. Errors: NOT_FOUND.' })
  cart(@Ctx() ctx: Context, @Arg('id', () => UUID) id: string): Promise<CartView> {
    return findCart(ctx, id);
  }

  @Mutation(() => CartType, {
    description:
      'My one cart at a restaurant, made if there is none. Staff who enter an order for guests say asStaff, and the table unless it is for pickup. Errors: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, VISIT_ENDED.',
  })
  openCart(
    @Ctx() ctx: Context,
    @Arg('restaurantSlug') restaurantSlug: string,
    @Arg('asStaff', { defaultValue: false }) asStaff: boolean,
    @Arg('tableId', () => UUID, { nullable: true }) tableId: string | null,
  ): Promise<CartView> {
    return findOrOpenCart(ctx, { restaurantSlug, asStaff, tableId });
  }

  @Mutation(() => AddToCartPayload, {
    description:
      'Adds lines to my cart, all or none; the same choice adds up. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED, ITEM_UNAVAILABLE, CHOICE_INVALID, CART_FULL, IDEMPOTENCY_KEY_REUSED.',
  })
  addToCart(
    @Ctx() ctx: Context,
    @Arg('input') input: AddToCartInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<AddToCartPayload> {
    return addToCart(ctx, input.addition(), idempotencyKey);
  }

  @Mutation(() => CartType, { description: 'Errors: NOT_FOUND, CONFLICT, VISIT_ENDED.' })
  setCartLineQuantity(@Ctx() ctx: Context, @Arg('input') input: SetQuantityInput): Promise<CartView> {
    return setQuantity(ctx, input, input.lineId, input.quantity);
  }

  @Mutation(() => CartType, { description: 'Errors: NOT_FOUND, CONFLICT, VISIT_ENDED.' })
  removeCartLine(
    @Ctx() ctx: Context,
    @Arg('input') input: CartEditInput,
    @Arg('lineId', () => UUID) lineId: string,
  ): Promise<CartView> {
    return removeLine(ctx, input, lineId);
  }

  @Mutation(() => CartType, {
    description:
      'What I give on top; placing takes it along. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED; BAD_USER_INPUT where the restaurant takes no tips, and beyond twice the subtotal.',
  })
  setCartTip(@Ctx() ctx: Context, @Arg('input') input: SetCartTipInput): Promise<CartView> {
    return setCartTip(ctx, input, input.tip.meant('tip'));
  }

  @Mutation(() => CartType, { description: 'Errors: NOT_FOUND, CONFLICT, VISIT_ENDED.' })
  clearCart(@Ctx() ctx: Context, @Arg('input') input: CartEditInput): Promise<CartView> {
    return clearCart(ctx, input);
  }
}
