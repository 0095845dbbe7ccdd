import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { Preparation } from '../restaurants/preparation.ts';
import { UUID } from '../scalars.ts';
import type { Promising } from './promise-order.ts';

@ObjectType('Preparation', {
  description:
    'How long orders of the last 28 days took, and how far off their promises were; counted anew every hour. Times are whole seconds; null: they are fewer than 10.',
  simpleResolvers: true,
})
export class PreparationType implements Omit<Preparation, 'p10' | 'ahead' | 'each'> {
  @Field(() => Int, { description: 'Those that were READY, without those that were wanted for later.' })
  orders!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'From placing to READY, which is what the guest waits: half of them took no longer.',
  })
  median!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nine of ten took no longer.' })
  p90!: number | null;

  @Field(() => Int, {
    description:
      'Those that were READY after they had been promised, also for later. The first promise counts.',
  })
  promises!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Between what was promised and READY, whichever came first: half of them were off by no more.',
  })
  medianOff!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nine of ten were off by no more.' })
  p90Off!: number | null;

  @Field(() => Int, { description: 'How many of the promises were READY in time.' })
  kept!: number;
}

@ArgsType()
export class PromiseOrderArgs implements Promising {
  @Field(() => UUID)
  orderId!: string;

  @Field(() => Int, { description: 'The version you saw; a stale one is refused with CONFLICT.' })
  expectedVersion!: number;

  @Field({
    description: 'In the future, within 24 hours, or within 24 hours after it is wanted.',
  })
  promisedAt!: Date;
}
