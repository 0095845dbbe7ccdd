import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { acceptPrices } from './accept-prices.ts';
import { addToCart } from './add-to-cart.ts';
import { AddToCartPayload, CartType } from './cart.types.ts';
import {
  AddToCartInput,
  CartEditInput,
  SetCartFulfilmentInput,
  SetCartTipInput,
  SetNoteInput,
  SetQuantityInput,
} from './cart-inputs.types.ts';
import { OpenCartArgs } from './cart-sharing.types.ts';
import { clearCart, removeLine, setQuantity } from './edit-cart.ts';
import { findCart, findOrOpenCart } from './find-cart.ts';
import type { CartView } from './read-cart.ts';
import { setCartFulfilment } from './set-cart-fulfilment.ts';
import { setCartTip } from './set-cart-tip.ts';
import { setLineNote } from './set-line-note.ts';

@Resolver(() => CartType)
export class CartResolver {
  @Query(() => CartType, { description: 'My cart by its id. Errors: NOT_FOUND.' })
  cart(@Ctx() ctx: Context, @Arg('id', () => UUID) id: string): Promise<CartView> {
    return findCart(ctx, id);
  }

  @Mutation(() => CartType, {
    description:
      'My one cart at a restaurant, made if there is none; the one I fill with others at my table, if any. A guest who has signed in keeps the cart: the first call with both tokens puts what it holds into the cart of the person, under that id. Staff who enter an order for guests say asStaff, and the table, whose cart all who serve it fill, unless it is for pickup. Errors: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, VISIT_ENDED, CART_FULL.',
  })
  openCart(@Ctx() ctx: Context, @Args() { name, ...place }: OpenCartArgs): Promise<CartView> {
    return findOrOpenCart(ctx, { ...place, name: name?.trim() || null });
  }

  @Mutation(() => AddToCartPayload, {
    description:
      'Adds lines to my cart, all or none; the same choice adds up, in a cart that several fill that of the same guest. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED, ITEM_UNAVAILABLE, CHOICE_INVALID, CART_FULL, IDEMPOTENCY_KEY_REUSED.',
  })
  addToCart(
    @Ctx() ctx: Context,
    @Arg('input') input: AddToCartInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<AddToCartPayload> {
    return addToCart(ctx, input.addition(), idempotencyKey);
  }

  @Mutation(() => CartType, {
    description:
      'With it the guest agrees to what the line costs now. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED, CART_FULL.',
  })
  setCartLineQuantity(@Ctx() ctx: Context, @Arg('input') input: SetQuantityInput): Promise<CartView> {
    return setQuantity(ctx, input, input.lineId, input.quantity);
  }

  @Mutation(() => CartType, {
    description:
      'Writes a note on a line, or takes it off. When that makes it the same choice as another line, they add up. With it the guest agrees to what the line costs now. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED, CART_FULL.',
  })
  setCartLineNote(@Ctx() ctx: Context, @Arg('input') input: SetNoteInput): Promise<CartView> {
    return setLineNote(ctx, input, input.lineId, input.note?.trim() || null);
  }

  @Mutation(() => CartType, {
    description:
      'The guest agrees to what everything in the cart costs now: no line has the problem PRICE_CHANGED any more. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED.',
  })
  acceptPrices(@Ctx() ctx: Context, @Arg('input') input: CartEditInput): Promise<CartView> {
    return acceptPrices(ctx, input);
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
      'What I give on top; placing takes it along. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED, CART_FULL; BAD_USER_INPUT where the restaurant takes no tips, and beyond twice the subtotal.',
  })
  setCartTip(@Ctx() ctx: Context, @Arg('input') input: SetCartTipInput): Promise<CartView> {
    return setCartTip(ctx, input, input.tip.meant('tip'));
  }

  @Mutation(() => CartType, {
    description:
      'How and when I want it, so that the cart says what it comes to then and what may not be ordered for then; placing takes both along unless it says otherwise. Errors: NOT_FOUND, CONFLICT, VISIT_ENDED, FULFILMENT_UNAVAILABLE; BAD_USER_INPUT for DINE_IN without a table or at a later time, and for a time that is not within 7 days.',
  })
  setCartFulfilment(@Ctx() ctx: Context, @Arg('input') input: SetCartFulfilmentInput): Promise<CartView> {
    const { fulfilment = null, wishedAt = null } = input;
    return setCartFulfilment(ctx, input, { fulfilment, wishedAt });
  }

  @Mutation(() => CartType, { description: 'Errors: NOT_FOUND, CONFLICT, VISIT_ENDED.' })
  clearCart(@Ctx() ctx: Context, @Arg('input') input: CartEditInput): Promise<CartView> {
    return clearCart(ctx, input);
  }
}
