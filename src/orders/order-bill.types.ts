import { Field, Int, ObjectType } from 'type-graphql';
import type { BillShare } from '../carts/split-evenly.ts';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import type { DiscountView } from './discount-view.ts';
import type { VoidView } from './order-line-view.ts';
import type { SeatShareView } from './split-by-seat.ts';

@ObjectType('Discount', {
  description: 'What was taken off after the order was placed: an amount, or a rate of what it is taken of.',
  simpleResolvers: true,
})
export class DiscountType implements DiscountView {
  @Field(() => MoneyType, { nullable: true })
  amount!: Money | null;

  @Field(() => Int, { nullable: true, description: 'Millionths: 100000 is 10 %.' })
  perMillion!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'For staff; null for guests and customers, and once it is erased, like the note.',
  })
  reason!: DiscountView['reason'];

  @Field(() => UUID, {
    nullable: true,
    description: 'The person who did it, for staff; null: a program with a key.',
  })
  byId!: DiscountView['byId'];

  @Field()
  at!: Date;
}

@ObjectType('Void', {
  description: 'Pieces taken off the bill after the order was placed.',
  simpleResolvers: true,
})
export class VoidType implements VoidView {
  @Field(() => Int)
  quantity!: number;

  @Field(() => String, {
    nullable: true,
    description: 'For staff; null for guests and customers, and once it is erased, like the note.',
  })
  reason!: VoidView['reason'];

  @Field(() => UUID, {
    nullable: true,
    description: 'The person who did it, for staff; null: a program with a key.',
  })
  byId!: VoidView['byId'];

  @Field()
  at!: Date;
}

@ObjectType('BillShare', {
  description: 'What one of several owes. Shares add up to the order, sum by sum, to the last minor unit.',
  simpleResolvers: true,
})
export class BillShareType implements Record<keyof BillShare, Money> {
  @Field(() => MoneyType)
  subtotal!: Money;

  @Field(() => MoneyType)
  discounts!: Money;

  @Field(() => MoneyType)
  service!: Money;

  @Field(() => MoneyType)
  tip!: Money;

  @Field(() => MoneyType)
  tax!: Money;

  @Field(() => MoneyType)
  total!: Money;
}

@ObjectType('SeatShare', {
  description: 'What one of those who filled the cart together owes.',
  simpleResolvers: true,
})
export class SeatShareType extends BillShareType implements SeatShareView {
  @Field(() => Int, { nullable: true, description: 'Null: what nobody in particular has had.' })
  seat!: number | null;
}
