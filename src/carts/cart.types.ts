import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType, Root } from 'type-graphql';
import type { ErrorCode } from '../errors.ts';
import { ErrorCodeEnum } from '../errors.types.ts';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import type { Addition } from './add-to-cart.ts';
import type { CartLineView, CartView } from './read-cart.ts';
import { AmountOrRateInput, TotalsType } from './totals.types.ts';

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

@ObjectType({ description: 'Why a line cannot be ordered as it is.' })
export class LineProblemType {
  @Field(() => ErrorCodeEnum, { description: 'NOT_FOUND, ITEM_UNAVAILABLE or CHOICE_INVALID.' })
  code!: ErrorCode;

  @Field()
  message!: string;
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

  @Field(() => MoneyType, { description: 'Of one piece, modifiers included.' })
  unitPrice!: Money;

  @Field(() => MoneyType)
  total!: Money;

  @Field(() => LineProblemType, {
    nullable: true,
    description: 'What placeOrder would refuse; null when all is well.',
  })
  problem!: CartLineView['problem'];
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

  @Field(() => [CartLineType])
  lines!: readonly CartLineView[];

  @Field({ description: 'True: the prices have the tax in them. False: it comes on top of the subtotal.' })
  taxIncluded!: boolean;
}

@InputType()
export class CartLineInput {
  @Field(() => UUID)
  itemId!: string;

  @Field(() => UUID, { nullable: true, description: 'The default variant when left out.' })
  variantId?: string | null;

  @Field(() => [UUID], {
    nullable: true,
    description: 'Modifiers that are asked for; one that is named twice is wanted twice. Up to 50.',
  })
  @ArrayMaxSize(50)
  withIds?: string[];

  @Field(() => [UUID], {
    nullable: true,
    description: 'What the item comes with and the line goes without; up to 50.',
  })
  @ArrayMaxSize(50)
  withoutIds?: string[];

  @Field(() => Int, { defaultValue: 1, description: '1 to 99.' })
  @Min(1)
  @Max(99)
  quantity!: number;

  @Field(() => String, { nullable: true, description: 'For the kitchen; up to 200 characters.' })
  @MaxLength(200)
  note?: string | null;
}

@InputType()
export class AddToCartInput {
  @Field(() => UUID)
  cartId!: string;

  @Field(() => Int)
  cartVersion!: number;

  @Field(() => [CartLineInput], { description: '1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  lines!: CartLineInput[];

  /** The same wish always has the same shape, whatever was left out. */
  addition(): Addition {
    const lines = this.lines.map(({ itemId, variantId, withIds, withoutIds, quantity, note }) => ({
      itemId,
      variantId: variantId ?? null,
      withIds: withIds ?? [],
      withoutIds: withoutIds ?? [],
      quantity,
      note: note?.trim() || null,
    }));
    return { cartId: this.cartId, cartVersion: this.cartVersion, lines };
  }
}

@InputType({ description: 'Which cart, as it was when the viewer saw it.' })
export class CartEditInput {
  @Field(() => UUID)
  cartId!: string;

  @Field(() => Int, { description: 'A stale version is refused with CONFLICT.' })
  cartVersion!: number;
}

@InputType()
export class SetQuantityInput extends CartEditInput {
  @Field(() => UUID)
  lineId!: string;

  @Field(() => Int, { description: '1 to 99; removeCartLine takes a line out.' })
  @Min(1)
  @Max(99)
  quantity!: number;
}

@InputType()
export class SetCartTipInput extends CartEditInput {
  @Field(() => AmountOrRateInput, {
    description: 'A rate is of the subtotal; an amount of 0 takes the tip back.',
  })
  @ValidateNested()
  tip!: AmountOrRateInput;
}

@ObjectType()
export class AddToCartPayload {
  @Field(() => CartType)
  cart!: CartView;

  @Field({ description: 'True when this key had added it before; the cart is as it is now.' })
  replayed!: boolean;
}
