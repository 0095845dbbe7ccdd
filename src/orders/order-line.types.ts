import { Field, Int, ObjectType } from 'type-graphql';
import { LineModifierType } from '../carts/cart.types.ts';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import { LineStageEnum, LineStatusEnum } from './line-status.types.ts';
import { DiscountType, VoidType } from './order-bill.types.ts';
import type { OrderLineView } from './order-line-view.ts';

@ObjectType('OrderLine', {
  description: 'A line as it was ordered; later changes of the menu do not reach it.',
  simpleResolvers: true,
})
export class OrderLineType implements OrderLineView {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  variantLabel!: string | null;

  @Field(() => [LineModifierType])
  modifiers!: OrderLineView['modifiers'];

  @Field(() => Int)
  quantity!: number;

  @Field(() => String, { nullable: true, description: 'For the kitchen.' })
  note!: string | null;

  @Field(() => MoneyType, { description: 'Of one piece, modifiers included.' })
  unitPrice!: Money;

  @Field(() => MoneyType, { description: 'Of all pieces that are not void, before discounts.' })
  total!: Money;

  @Field(() => Int, { description: 'Its rate of tax in millionths: 100000 is 10 %.' })
  taxPerMillion!: number;

  @Field(() => Int, { description: '1: as it was placed. What was added later has the next.' })
  round!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of the guest who added it to the cart that several filled. Null: nobody in particular.',
  })
  seat!: number | null;

  @Field(() => Int, { description: 'How many of the quantity are void.' })
  voided!: number;

  @Field(() => LineStatusEnum)
  status!: OrderLineView['status'];

  @Field(() => Int, {
    nullable: true,
    description: '1 to 9. The first is fired when the order is accepted, like what belongs to none.',
  })
  course!: number | null;

  @Field(() => [LineStageEnum], { description: 'Where I may move it from here.' })
  allowedMoves!: OrderLineView['allowedMoves'];

  @Field(() => [VoidType])
  voids!: OrderLineView['voids'];

  @Field(() => DiscountType, { nullable: true, description: 'On this line alone.' })
  discount!: OrderLineView['discount'];
}
