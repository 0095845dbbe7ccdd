import { Max, Min } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Wish } from './eighty-six.ts';

@ArgsType()
export class AvailableArgs {
  @Field({ description: 'False: 86ed.' })
  available!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is back by itself: in the future, within 366 days. Only with available: false.',
  })
  until?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: it is back when the restaurant opens on its next business day. Only with available: false.',
  })
  untilTomorrow?: boolean | null;

  plain(): Wish {
    return { available: this.available, until: this.until ?? null, tomorrow: this.untilTomorrow ?? false };
  }
}

@InputType()
abstract class StockInput {
  @Field(() => Int, { nullable: true, description: '0 to 100,000; null counts no more.' })
  @Min(0)
  @Max(100_000)
  remaining!: number | null;
}

@InputType()
export class SetItemStockInput extends StockInput {
  @Field(() => UUID)
  itemId!: string;
}

@InputType()
export class SetVariantStockInput extends StockInput {
  @Field(() => UUID)
  variantId!: string;
}

@InputType()
export class SetModifierStockInput extends StockInput {
  @Field(() => UUID)
  modifierId!: string;
}
