import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { AmountOrRateInput } from '../carts/totals.types.ts';
import { OneLine } from '../one-line.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { BillChange } from './change-bill.ts';
import type { Discounting } from './discount-order.ts';
import type { LinePieces } from './split-order.ts';
import type { Voiding } from './void-line.ts';

@InputType({ description: 'So many pieces of a line of the order.' })
export class LinePiecesInput implements LinePieces {
  @Field(() => UUID)
  lineId!: string;

  @Field(() => Int, { description: '1 to 99.' })
  @Min(1)
  @Max(99)
  quantity!: number;
}

@InputType()
export class ShareOfLinesInput {
  @Field(() => [LinePiecesInput], { description: 'Up to 100.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  pieces!: LinePiecesInput[];
}

@ArgsType()
export class SplitArgs {
  @Field(() => Int, { description: '1 to 100.' })
  @Min(1)
  @Max(100)
  ways!: number;
}

@ArgsType()
export class SplitByLinesArgs {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => [ShareOfLinesInput], {
    description: 'What each has had, up to 50. What nobody names is one more share, the last.',
  })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  groups!: ShareOfLinesInput[];
}

@InputType({ description: 'Which order, as it was when the viewer saw it.' })
export class BillChangeInput implements BillChange {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => Int, { description: 'A stale version is refused with CONFLICT.' })
  expectedVersion!: number;
}

@InputType()
export class RemoveDiscountInput extends BillChangeInput {
  @Field(() => UUID, { nullable: true, description: 'Left out: the discount on the whole order.' })
  lineId?: string | null;
}

@InputType()
export class DiscountOrderInput extends RemoveDiscountInput {
  @Field(() => AmountOrRateInput, { description: 'An amount is at most what it is taken of.' })
  @ValidateNested()
  discount!: AmountOrRateInput;

  @Field({
    description: '1 to 200 characters in one line. For staff, and erased like the note: name nobody in it.',
  })
  @OneLine(1, 200)
  reason!: string;

  discounting(): Discounting {
    const { orderId, expectedVersion, lineId, reason } = this;
    const discount = { ...this.discount.meant('discount'), reason };
    return { orderId, expectedVersion, lineId: lineId ?? null, discount };
  }
}

@InputType()
export class VoidLineInput extends BillChangeInput {
  @Field(() => UUID)
  lineId!: string;

  @Field(() => Int, { nullable: true, description: 'Left out: all that is left of the line.' })
  @Min(1)
  @Max(99)
  quantity?: number | null;

  @Field({
    description: '1 to 200 characters in one line. For staff, and erased like the note: name nobody in it.',
  })
  @OneLine(1, 200)
  reason!: string;

  @Field({ defaultValue: false, description: 'Whether it goes back into the count of what there is.' })
  restock!: boolean;

  voiding(): Voiding {
    const { orderId, expectedVersion, lineId, quantity, reason, restock } = this;
    return { orderId, expectedVersion, lineId, quantity: quantity ?? null, reason, restock };
  }
}

@ArgsType()
export class AddToOrderArgs {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => Int, {
    description: 'The version of the order that you saw; a stale one is refused with CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => UUID)
  cartId!: string;

  @Field(() => Int, {
    description: 'The version of the cart that you saw; a stale one is refused with CONFLICT.',
  })
  cartVersion!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'What the cart alone came to when you showed it, in minor units. If that is another one by now: CONFLICT, with it in `problem.currentTotal`.',
  })
  @Min(0)
  expectedTotal?: number | null;

  @Field(() => IdempotencyKey)
  idempotencyKey!: string;
}
