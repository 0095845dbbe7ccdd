import { Max, Min } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { Aliases } from './aliases.ts';
import { aliasesSay } from './aliases-say.ts';
import { highestPrice } from './highest-price.ts';

@InputType()
export class CreateModifierGroupInput {
  @Field({ description: '1 to 60 characters in one line.' })
  @OneLine(1, 60)
  title!: string;

  @Field(() => Int, { description: '0 to 50.' })
  @Min(0)
  @Max(50)
  min!: number;

  @Field(() => Int, { description: '1 to 50.' })
  @Min(1)
  @Max(50)
  max!: number;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditModifierGroupInput {
  @Field({ nullable: true })
  @OneLine(1, 60)
  title?: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(50)
  min?: number;

  @Field(() => Int, { nullable: true })
  @Min(1)
  @Max(50)
  max?: number;
}

@ArgsType()
export class OwnRangeArgs {
  @Field(() => Int, { nullable: true, description: "0 to 50, instead of the group's." })
  @Min(0)
  @Max(50)
  min?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 50, instead of the group's." })
  @Min(1)
  @Max(50)
  max?: number | null;
}

@InputType()
export class CreateModifierInput {
  @Field({ description: '1 to 60 characters in one line.' })
  @OneLine(1, 60)
  title!: string;

  @Field(() => Int, { nullable: true, description: 'Minor units added to the price; may be negative.' })
  @Min(-highestPrice)
  @Max(highestPrice)
  price?: number;

  @Field(() => [String], { nullable: true, description: aliasesSay })
  @Aliases()
  aliases?: string[];

  @Field({ nullable: true })
  isDefault?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of it one piece of a line may have, 1 to 20; 1 when left out.',
  })
  @Min(1)
  @Max(20)
  maxPerLine?: number;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditModifierInput {
  @Field({ nullable: true })
  @OneLine(1, 60)
  title?: string;

  @Field(() => Int, { nullable: true })
  @Min(-highestPrice)
  @Max(highestPrice)
  price?: number;

  @Field(() => [String], { nullable: true, description: aliasesSay })
  @Aliases()
  aliases?: string[];

  @Field({ nullable: true })
  isDefault?: boolean;

  @Field(() => Int, { nullable: true })
  @Min(1)
  @Max(20)
  maxPerLine?: number;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(10_000)
  position?: number;
}
