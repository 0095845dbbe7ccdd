import { Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { UUID } from '../scalars.ts';

@InputType()
export class SetItemStockInput {
  @Field(() => UUID)
  itemId!: string;

  @Field(() => Int, { nullable: true, description: '0 to 100,000; null counts no more.' })
  @Min(0)
  @Max(100_000)
  remaining!: number | null;
}
