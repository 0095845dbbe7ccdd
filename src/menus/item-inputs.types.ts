import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { OpeningDayInput } from '../restaurants/opening-hours.types.ts';
import { UUID } from '../scalars.ts';
import { Aliases } from './aliases.ts';
import { aliasesSay } from './aliases-say.ts';
import type { Allergen } from './allergens.ts';
import { AllergenEnum } from './allergens.types.ts';
import { highestPrice } from './highest-price.ts';

const keyRule = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const keyMessage = { message: '$property must be of a-z, 0-9 and single hyphens' };

@InputType()
export class CreateItemInput {
  @Field({ description: '1 to 100 characters in one line.' })
  @OneLine(1, 100)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  @MaxLength(1000)
  description?: string | null;

  @Field(() => Int, { description: 'Minor units; used while the item has no variants.' })
  @Min(0)
  @Max(highestPrice)
  price!: number;

  @Field(() => [String], { nullable: true, description: aliasesSay })
  @Aliases()
  aliases?: string[];

  @Field({ nullable: true })
  featured?: boolean;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [String], {
    nullable: true,
    description: 'Up to 20, each up to 40 characters; marks of spiciness and diet too: spicy, vegan.',
  })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[];

  @Field(() => [AllergenEnum], { nullable: true })
  @ArrayUnique()
  allergens?: Allergen[];

  @Field(() => String, {
    nullable: true,
    description:
      'Where its picture is: an https address or the key of a file, up to 500 characters. Not looked at.',
  })
  @OneLine(1, 500)
  image?: string | null;

  @Field(() => String, { nullable: true, description: "A tax class's key. None: the standard rate." })
  @MaxLength(40)
  @Matches(keyRule, keyMessage)
  taxClass?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What makes it in the kitchen, as a key of up to 40 of a-z, 0-9 and single hyphens: grill.',
  })
  @MaxLength(40)
  @Matches(keyRule, keyMessage)
  station?: string | null;

  @Field(() => [OpeningDayInput], {
    nullable: true,
    description:
      "When it may be ordered, within its category's windows; a weekday that is left out has nothing. None: always.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  windows?: OpeningDayInput[] | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditItemInput {
  @Field(() => UUID, { nullable: true, description: 'Moves the item.' })
  categoryId?: string;

  @Field({ nullable: true })
  @OneLine(1, 100)
  title?: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  description?: string | null;

  @Field(() => Int, { nullable: true, description: 'Minor units.' })
  @Min(0)
  @Max(highestPrice)
  price?: number;

  @Field(() => [String], { nullable: true, description: aliasesSay })
  @Aliases()
  aliases?: string[];

  @Field({ nullable: true })
  featured?: boolean;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [String], { nullable: true })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[];

  @Field(() => [AllergenEnum], { nullable: true })
  @ArrayUnique()
  allergens?: Allergen[];

  @Field(() => String, { nullable: true, description: 'Null: none.' })
  @OneLine(1, 500)
  image?: string | null;

  @Field(() => String, { nullable: true, description: 'Null: the standard rate.' })
  @MaxLength(40)
  @Matches(keyRule, keyMessage)
  taxClass?: string | null;

  @Field(() => String, { nullable: true, description: 'Null: none.' })
  @MaxLength(40)
  @Matches(keyRule, keyMessage)
  station?: string | null;

  @Field(() => Int, { nullable: true, description: 'Smaller comes first.' })
  @Min(0)
  @Max(10_000)
  position?: number;

  @Field(() => [OpeningDayInput], {
    nullable: true,
    description:
      "When it may be ordered, within its category's windows; a weekday that is left out has nothing. Null: always.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  windows?: OpeningDayInput[] | null;
}
