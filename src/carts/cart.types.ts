import { Field, Int, ObjectType, Root } from 'type-graphql';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { UUID } from '../scalars.ts';
import { CartMemberType } from './cart-member.types.ts';
import { LineProblemType } from './line-problem.types.ts';
import type { LineProblem } from './line-problems.ts';
import type { CartLineView, CartView } from './read-cart.ts';
import type { StatedAllergy } from './stated-allergy.ts';
import { StatedAllergyType } from './stated-allergy.types.ts';
import { TotalsType } from './totals.types.ts';

@ObjectType({ description: 'A modifier as a line has it.' })
export class LineModifierType {
  @Field(() => UUID)
  modifierId!: string;

  @Field()
  title!: string;

  @Field({ description: 'True: asked for. False: comes with the item, and this line goes without.' })
  wanted!: boolean;

  /** Orders of before there could be more than one do not say. */
  @Field(() => Int, { description: 'How many of it each piece has.' })
  quantity(@Root() line: { readonly quantity?: number }): number {
    return line.quantity ?? 1;
  }
}

@ObjectType('CartLine', { simpleResolvers: true })
export class CartLineType implements CartLineView {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  itemId!: string;

  @Field()
  title!: string;

  @Field(() => UUID, { nullable: true })
  variantId!: string | null;

  @Field(() => String, { nullable: true })
  variantLabel!: string | null;

  @Field(() => [LineModifierType])
  modifiers!: CartLineView['modifiers'];

  @Field(() => Int)
  quantity!: number;

  @Field(() => String, { nullable: true, description: 'For the kitchen.' })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 9; null: it comes at once.' })
  course!: number | null;

  @Field(() => MoneyType, { description: 'Of one piece, modifiers included.' })
  unitPrice!: Money;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      'What a piece cost when it was added, last edited, or its price accepted; null for lines from before that was kept.',
  })
  agreedPrice!: Money | null;

  @Field(() => MoneyType)
  total!: Money;

  @Field(() => CartMemberType, {
    nullable: true,
    description: 'Of those who fill the cart together; null where nobody shares it.',
  })
  addedBy!: CartLineView['addedBy'];

  @Field({ description: 'I added it. Everything in a cart of my own is mine.' })
  mine!: boolean;

  @Field(() => LineProblemType, { nullable: true, description: 'The first of the problems.' })
  problem!: LineProblem | null;

  @Field(() => [LineProblemType], { description: 'What placeOrder would refuse; none when all is well.' })
  problems!: readonly LineProblem[];
}

@ObjectType('Cart', {
  description: 'What I am about to order at one restaurant, priced by the server at this moment.',
  simpleResolvers: true,
})
export class CartType extends TotalsType implements CartView {
  @Field(() => UUID)
  id!: string;

  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => Int, { description: 'Rises with every change; edits name the one they saw.' })
  version!: number;

  @Field(() => UUID, { nullable: true, description: 'Null: for pickup.' })
  tableId!: string | null;

  @Field(() => FulfilmentEnum, { description: 'How it is wanted: what it comes to goes by it.' })
  fulfilment!: CartView['fulfilment'];

  @Field(() => Date, {
    nullable: true,
    description: 'When it is wanted: what may be ordered goes by it. Null: as soon as may be.',
  })
  wishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'With it guests of the same table come in by joinCart; null while nobody has asked for one.',
  })
  shareCode!: string | null;

  @Field(() => [CartMemberType], {
    description:
      'Who fills it together, in the order they came, those who have left too; none when it is my own.',
  })
  members!: CartView['members'];

  @Field(() => [CartLineType])
  lines!: readonly CartLineView[];

  @Field({ description: 'True: the prices have the tax in them. False: it comes on top of the subtotal.' })
  taxIncluded!: boolean;

  @Field(() => [StatedAllergyType], {
    description: 'What was said in words since it was last empty; the order carries it to the kitchen.',
  })
  allergies!: readonly StatedAllergy[];
}

@ObjectType()
export class AddToCartPayload {
  @Field(() => CartType)
  cart!: CartView;

  @Field({ description: 'True when this key had added it before; the cart is as it is now.' })
  replayed!: boolean;
}
