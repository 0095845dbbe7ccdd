import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { CartType } from '../carts/cart.types.ts';
import { LineProblemReason } from '../carts/line-problem.types.ts';
import type { CartView } from '../carts/read-cart.ts';
import type { ErrorCode } from '../errors.ts';
import { ErrorCodeEnum } from '../errors.types.ts';
import { type Money, money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Again, FilledAgain } from './order-again.ts';
import type { Skipped } from './same-again.ts';

@ArgsType()
export class OrderAgainArgs implements Again {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => UUID, { description: 'Of the same restaurant; what is in it stays.' })
  cartId!: string;

  @Field(() => IdempotencyKey)
  idempotencyKey!: string;
}

@ObjectType('SkippedLine', {
  description: 'A line of the order that cannot be had any more as it was.',
  simpleResolvers: true,
})
export class SkippedLineType implements Skipped {
  @Field({ description: 'As it was called then.' })
  title!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => ErrorCodeEnum, { description: 'What adding it would be refused with.' })
  code!: Skipped['code'] & ErrorCode;

  @Field(() => LineProblemReason)
  reason!: Skipped['reason'];

  @Field(() => UUID, { description: 'Of the item, variant, modifier group or modifier that it is about.' })
  subjectId!: string;

  @Field()
  message!: string;
}

@ObjectType('PriceChange', { description: 'What one piece of a line costs now, and did then.' })
export class PriceChangeType {
  @Field()
  title!: string;

  @Field(() => MoneyType)
  before!: Money;

  @Field(() => MoneyType)
  now!: Money;
}

@ObjectType()
export class OrderAgainPayload {
  @Field(() => CartType)
  cart!: CartView;

  @Field(() => [SkippedLineType], { description: 'By the menu of this moment.' })
  skipped!: readonly Skipped[];

  @Field(() => [PriceChangeType], { description: 'Of what is in the cart now.' })
  priceChanges!: readonly PriceChangeType[];

  @Field({ description: 'True when this key had added it before; the cart is as it is now.' })
  replayed!: boolean;

  static of({ cart, skipped, priceChanges, replayed, currency, locale }: FilledAgain): OrderAgainPayload {
    const priced = (amount: number): Money => money(amount, currency, locale);
    const changes = priceChanges.map(({ title, before, now }) => ({
      title,
      before: priced(before),
      now: priced(now),
    }));
    return { cart, skipped, priceChanges: changes, replayed };
  }
}
