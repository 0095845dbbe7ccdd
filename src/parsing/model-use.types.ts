import { GraphQLSafeInt } from 'graphql-scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { ModelSums, ModelUseView } from './find-model-use.ts';

@ObjectType()
abstract class Sums implements ModelSums {
  @Field(() => GraphQLSafeInt, {
    description: 'Texts of guests that a model was asked about, or was to be while it rested after failures.',
  })
  calls!: number;

  @Field(() => GraphQLSafeInt, {
    description: 'Those that had no usable answer: the order was read without it.',
  })
  failures!: number;

  @Field(() => GraphQLSafeInt, {
    description: 'What was sent to it, with what was repeated after a failure.',
  })
  requests!: number;

  @Field(() => GraphQLSafeInt, { description: 'How long guests waited for it in all.' })
  milliseconds!: number;

  @Field(() => GraphQLSafeInt, {
    description: 'Of questions that were answered, as the provider counts them.',
  })
  tokensIn!: number;

  @Field(() => GraphQLSafeInt, { description: 'Of their answers.' })
  tokensOut!: number;
}

@ObjectType('ModelUseOfDay', { simpleResolvers: true })
export class ModelUseOfDayType extends Sums {
  @Field({ description: 'As the restaurant counts its days, as 2027-01-31.' })
  businessDay!: string;
}

@ObjectType('ModelUseOfOutcome', { simpleResolvers: true })
export class ModelUseOfOutcomeType extends Sums {
  @Field({ description: 'The provider and its model: `openai gpt-5-mini`.' })
  model!: string;

  @Field({ description: '`answered`, or what was wrong, as the log says it: `took too long`.' })
  outcome!: string;
}

@ObjectType('ModelUse', {
  description:
    'What a language model was asked about orders of a restaurant: sums, and never what was said. Kept for 400 days.',
  simpleResolvers: true,
})
export class ModelUseType extends Sums implements ModelUseView {
  @Field(() => [ModelUseOfDayType], { description: 'Those on which it was asked, the earliest first.' })
  days!: ModelUseView['days'];

  @Field(() => [ModelUseOfOutcomeType])
  outcomes!: ModelUseView['outcomes'];
}

@ArgsType()
export class ModelUseArgs {
  @Field()
  since!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Now when it is left out; up to 100 days after `since`.',
  })
  until?: Date | null;
}
