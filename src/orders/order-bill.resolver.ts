import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { splitEvenly } from '../carts/split-evenly.ts';
import { RateOfTaxType } from '../carts/totals.types.ts';
import { type RateOfTaxView, totalsView } from '../carts/totals-view.ts';
import { type Money, money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import type { Context } from '../viewer.ts';
import { addToOrder } from './add-to-order.ts';
import { discountOrder } from './discount-order.ts';
import { type DiscountView, discountView } from './discount-view.ts';
import { findSplit } from './find-split.ts';
import { Order } from './order.entity.ts';
import { OrderType } from './order.types.ts';
import { BillShareType, DiscountType, SeatShareType } from './order-bill.types.ts';
import {
  AddToOrderArgs,
  DiscountOrderInput,
  RemoveDiscountInput,
  SplitArgs,
  SplitByLinesArgs,
  VoidLineInput,
} from './order-bill-inputs.types.ts';
import { PlaceOrderPayload } from './place-order.types.ts';
import { sharesView } from './shares-view.ts';
import { type SeatShareView, splitBySeat } from './split-by-seat.ts';
import { voidLine } from './void-line.ts';

/** What an order comes to, who pays which part of it, and how that changes after it was placed. */
@Resolver(() => OrderType)
export class OrderBillResolver {
  @FieldResolver(() => MoneyType, { description: 'Of all lines, before discounts.' })
  subtotal(@Root() { subtotal, currency, locale }: Order): Money {
    return money(subtotal, currency, locale);
  }

  @FieldResolver(() => MoneyType, { description: 'What is taken off, of lines and of the whole.' })
  discounts(@Root() { discounts, currency, locale }: Order): Money {
    return money(discounts, currency, locale);
  }

  @FieldResolver(() => DiscountType, {
    nullable: true,
    description:
      'On the whole order; lines have theirs. A rate becomes the amount that it is worth when lines are added to the order.',
  })
  discount(@Root() order: Order): DiscountView | null {
    return discountView(order.discount, order);
  }

  @FieldResolver(() => MoneyType, {
    description: "The restaurant's charge, of what is left after discounts.",
  })
  service(@Root() { service, currency, locale }: Order): Money {
    return money(service, currency, locale);
  }

  @FieldResolver(() => MoneyType, { description: 'At most twice the subtotal.' })
  tip(@Root() { tip, currency, locale }: Order): Money {
    return money(tip, currency, locale);
  }

  @FieldResolver(() => MoneyType, { description: 'Of all rates, rounded once for the whole order.' })
  tax(@Root() { tax, currency, locale }: Order): Money {
    return money(tax, currency, locale);
  }

  @FieldResolver(() => [RateOfTaxType], { description: 'By rate, ascending; they add up to the tax.' })
  taxes(@Root() order: Order): readonly RateOfTaxView[] {
    return totalsView(order, (amount) => money(amount, order.currency, order.locale)).taxes;
  }

  @FieldResolver(() => MoneyType, {
    description: 'What is to be paid: subtotal - discounts + service + tip, and tax where it comes on top.',
  })
  total(@Root() { total, currency, locale }: Order): Money {
    return money(total, currency, locale);
  }

  @FieldResolver(() => [BillShareType], {
    description: 'In equal shares: no two differ by more than one minor unit.',
  })
  split(@Root() order: Order, @Args() { ways }: SplitArgs): BillShareType[] {
    return sharesView(order, splitEvenly(order, order.taxIncluded, ways));
  }

  @FieldResolver(() => [SeatShareType], {
    description:
      'By who of those who filled the cart together added what. Discounts, service and tax follow the lines.',
  })
  splitBySeat(@Root() order: Order): SeatShareView[] {
    return splitBySeat(order);
  }

  @Query(() => [BillShareType], {
    description:
      'An order by who had what. Discounts, service and tax follow the pieces. For whoever may see the order. Errors: NOT_FOUND; BAD_USER_INPUT for more pieces than there are.',
  })
  splitByLines(@Ctx() ctx: Context, @Args() { orderId, groups }: SplitByLinesArgs): Promise<BillShareType[]> {
    return findSplit(
      ctx,
      orderId,
      groups.map(({ pieces }) => pieces),
    );
  }

  @Mutation(() => OrderType, {
    description:
      'Takes something off an order or one of its lines, in place of what was taken off it before. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, ORDER_CLOSED; BAD_USER_INPUT beyond what there is.',
  })
  discountOrder(@Ctx() ctx: Context, @Arg('input') input: DiscountOrderInput): Promise<Order> {
    return discountOrder(ctx, input.discounting());
  }

  @Mutation(() => OrderType, {
    description:
      'Takes a discount back. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, ORDER_CLOSED.',
  })
  removeDiscount(
    @Ctx() ctx: Context,
    @Arg('input') { orderId, expectedVersion, lineId }: RemoveDiscountInput,
  ): Promise<Order> {
    return discountOrder(ctx, { orderId, expectedVersion, lineId: lineId ?? null, discount: null });
  }

  @Mutation(() => OrderType, {
    description:
      'Takes pieces of a line off the bill; the line stays and says so. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, ORDER_CLOSED; BAD_USER_INPUT for more pieces than are left.',
  })
  voidLine(@Ctx() ctx: Context, @Arg('input') input: VoidLineInput): Promise<Order> {
    return voidLine(ctx, input.voiding());
  }

  @Mutation(() => PlaceOrderPayload, {
    description:
      'Turns my cart into further lines of an order, its next round, as far as `restaurant.additionsUntil` allows. A rate that was taken off the whole order stays the amount that it was worth: what is added is not discounted. Whoever filled the cart with me has the order as their own too. For the guest or customer whose it is, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, ORDER_CLOSED, CART_EMPTY, CART_FULL, ORDERS_PAUSED, RESTAURANT_CLOSED, VISIT_ENDED, ITEM_UNAVAILABLE, CHOICE_INVALID, IDEMPOTENCY_KEY_REUSED; BAD_USER_INPUT when the order is eaten at another table than the one the cart is of.',
  })
  addToOrder(
    @Ctx() ctx: Context,
    @Args() { idempotencyKey, expectedTotal = null, ...input }: AddToOrderArgs,
  ): Promise<PlaceOrderPayload> {
    return addToOrder(ctx, { ...input, expectedTotal }, idempotencyKey);
  }
}
