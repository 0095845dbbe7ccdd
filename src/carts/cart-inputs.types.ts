import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { UUID } from '../scalars.ts';
import type { Addition } from './add-to-cart.ts';
import type { CartWish } from './cart-wish.ts';
import { AmountOrRateInput } from './totals.types.ts';

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

  @Field(() => Int, {
    nullable: true,
    description:
      '1 to 9; left out: it comes at once. The kitchen begins with the first, later ones wait until they are fired.',
  })
  @Min(1)
  @Max(9)
  course?: number | null;
}

@InputType()
export class AddToCartInput {
  @Field(() => UUID)
  cartId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version the guest saw, if any. An older one is no obstacle: what others added meanwhile stays, and this is added to it. Only when the cart was ordered or cleared since is it refused with CONFLICT.',
  })
  cartVersion?: number | null;

  @Field(() => [CartLineInput], { description: '1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  lines!: CartLineInput[];

  /** The same wish always has the same shape, whatever was left out. */
  addition(): Addition {
    const lines = this.lines.map(({ itemId, variantId, withIds, withoutIds, quantity, note, course }) => ({
      itemId,
      variantId: variantId ?? null,
      withIds: withIds ?? [],
      withoutIds: withoutIds ?? [],
      quantity,
      note: note?.trim() || null,
      course: course ?? null,
    }));
    return { cartId: this.cartId, cartVersion: this.cartVersion ?? null, lines };
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
export class SetNoteInput extends CartEditInput {
  @Field(() => UUID)
  lineId!: string;

  @Field(() => String, { nullable: true, description: 'For the kitchen; up to 200 characters. Null: none.' })
  @MaxLength(200)
  note?: string | null;
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
export class SetCartFulfilmentInput extends CartEditInput implements CartWish {
  @Field(() => FulfilmentEnum, {
    nullable: true,
    description: 'One that the restaurant offers. Null: DINE_IN at a table, else PICKUP.',
  })
  fulfilment!: Fulfilment | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Within 7 days, for PICKUP and DELIVERY. Null: as soon as may be.',
  })
  wishedAt!: Date | null;
}

@InputType()
export class SetCartTipInput extends CartEditInput {
  @Field(() => AmountOrRateInput, {
    description: 'A rate is of the subtotal; an amount of 0 takes the tip back.',
  })
  @ValidateNested()
  tip!: AmountOrRateInput;
}
