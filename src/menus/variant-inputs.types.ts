import { Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { Aliases } from './aliases.ts';
import { aliasesSay } from './aliases-say.ts';
import { highestPrice } from './highest-price.ts';

@InputType()
export class CreateVariantInput {
  @Field({ description: '1 to 60 characters in one line: Large.' })
  @OneLine(1, 60)
  label!: string;

  @Field(() => Int, { description: "Minor units, instead of the item's." })
  @Min(0)
  @Max(highestPrice)
  price!: number;

  @Field(() => [String], { nullable: true, description: aliasesSay })
  @Aliases()
  aliases?: string[];

  @Field({ nullable: true })
  isDefault?: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditVariantInput {
  @Field({ nullable: true })
  @OneLine(1, 60)
  label?: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(highestPrice)
  price?: number;

  @Field(() => [String], { nullable: true, description: aliasesSay })
  @Aliases()
  aliases?: string[];

  @Field({ nullable: true })
  isDefault?: boolean;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(10_000)
  position?: number;
}
