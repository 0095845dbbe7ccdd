import {
  ArrayMaxSize,
  ArrayMinSize,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { OpeningDayInput } from '../restaurants/opening-hours.types.ts';

const slugRule = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slugMessage = { message: 'slug must be of a-z, 0-9 and single hyphens' };

@InputType()
export class CreateCategoryInput {
  @Field({ description: '1 to 60 of a-z, 0-9 and single hyphens.' })
  @Length(1, 60)
  @Matches(slugRule, slugMessage)
  slug!: string;

  @Field({ description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  @MaxLength(500)
  description?: string | null;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [OpeningDayInput], {
    nullable: true,
    description:
      "When its items may be ordered, by the clock on the restaurant's wall; a weekday that is left out has nothing. None: always.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  windows?: OpeningDayInput[] | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditCategoryInput {
  @Field({ nullable: true })
  @Length(1, 60)
  @Matches(slugRule, slugMessage)
  slug?: string;

  @Field({ nullable: true })
  @OneLine(1, 100)
  title?: string;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  description?: string | null;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => Int, { nullable: true, description: 'Smaller comes first.' })
  @Min(0)
  @Max(10_000)
  position?: number;

  @Field(() => [OpeningDayInput], {
    nullable: true,
    description:
      "When its items may be ordered, by the clock on the restaurant's wall; a weekday that is left out has nothing. Null: always.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  windows?: OpeningDayInput[] | null;
}
