import { ArrayMaxSize, ArrayUnique, IsIn, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { UUID } from '../scalars.ts';

const highestPrice = 100_000_000;
const allergens = [
  'GLUTEN',
  'CRUSTACEANS',
  'EGGS',
  'FISH',
  'PEANUTS',
  'SOYBEANS',
  'MILK',
  'NUTS',
  'CELERY',
  'MUSTARD',
  'SESAME',
  'SULPHITES',
  'LUPIN',
  'MOLLUSCS',
];

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
}

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

  @Field({ nullable: true })
  featured?: boolean;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [String], { nullable: true, description: 'Up to 20, each up to 40 characters.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[];

  @Field(() => [String], {
    nullable: true,
    description: "Of the EU's fourteen.",
    deprecationReason: 'Becomes an enum of the same fourteen words.',
  })
  @ArrayUnique()
  @IsIn(allergens, { each: true })
  allergens?: string[];
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

  @Field({ nullable: true })
  featured?: boolean;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [String], { nullable: true })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[];

  @Field(() => [String], { nullable: true, deprecationReason: 'Becomes an enum of the same fourteen words.' })
  @ArrayUnique()
  @IsIn(allergens, { each: true })
  allergens?: string[];

  @Field(() => Int, { nullable: true, description: 'Smaller comes first.' })
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType()
export class CreateVariantInput {
  @Field({ description: '1 to 60 characters in one line: Large.' })
  @OneLine(1, 60)
  label!: string;

  @Field(() => Int, { description: "Minor units, instead of the item's." })
  @Min(0)
  @Max(highestPrice)
  price!: number;

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

  @Field({ nullable: true })
  isDefault?: boolean;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType()
export class SetItemStockInput {
  @Field(() => UUID)
  itemId!: string;

  @Field(() => Int, { nullable: true, description: '0 to 100,000; null counts no more.' })
  @Min(0)
  @Max(100_000)
  remaining!: number | null;
}
