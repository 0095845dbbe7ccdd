import { ArrayMaxSize, ArrayUnique, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OneLine } from '../one-line.ts';
import { type AdditionsUntil, additionsUntil } from './additions-until.ts';
import type { Restaurant } from './restaurant.entity.ts';
import type { TaxClass } from './tax-class.ts';

export const AdditionsUntilEnum = Object.fromEntries(additionsUntil.map((one) => [one, one])) as {
  [One in AdditionsUntil]: One;
};

registerEnumType(AdditionsUntilEnum, {
  name: 'AdditionsUntil',
  description: 'How far along an order may be for more to be added to it; NEVER: nothing is.',
});

@ObjectType('TaxClass', { description: 'A rate of tax beside the standard one; items name its key.' })
export class TaxClassType implements TaxClass {
  @Field()
  key!: string;

  @Field()
  title!: string;

  @Field(() => Int, { description: 'Millionths: 100000 is 10 %.' })
  perMillion!: number;
}

@InputType()
export class TaxClassInput implements TaxClass {
  @Field({ description: '1 to 30 of a-z, 0-9 and single hyphens.' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'key must be of a-z, 0-9 and single hyphens' })
  @MaxLength(30)
  key!: string;

  @Field({ description: '1 to 50 characters in one line.' })
  @OneLine(1, 50)
  title!: string;

  @Field(() => Int, { description: 'Millionths, 0 to 1,000,000: 100000 is 10 %.' })
  @Min(0)
  @Max(1_000_000)
  perMillion!: number;
}

type Rules = Pick<
  Restaurant,
  | 'taxPerMillion'
  | 'taxClasses'
  | 'pricesIncludeTax'
  | 'servicePerMillion'
  | 'serviceDineInOnly'
  | 'tipsAllowed'
  | 'additionsUntil'
>;

@ObjectType()
export abstract class BillRulesType implements Rules {
  @Field(() => Int, { description: 'The standard tax in millionths: 100000 is 10 %, 88750 is 8.875 %.' })
  taxPerMillion!: number;

  @Field(() => [TaxClassType], { description: 'The other rates.' })
  taxClasses!: readonly TaxClass[];

  @Field({ description: 'Whether the prices on the menu have the tax in them.' })
  pricesIncludeTax!: boolean;

  @Field(() => Int, { description: 'Charged for service, in millionths of what is left after discounts.' })
  servicePerMillion!: number;

  @Field({ description: 'True: service is charged at tables only.' })
  serviceDineInOnly!: boolean;

  @Field({ description: 'Whether a cart may carry a tip.' })
  tipsAllowed!: boolean;

  @Field(() => AdditionsUntilEnum)
  additionsUntil!: AdditionsUntil;
}

@InputType()
export abstract class BillRulesInput implements Partial<Rules> {
  @Field(() => Int, { nullable: true, description: 'Millionths, 0 to 1,000,000: 100000 is 10 %.' })
  @Min(0)
  @Max(1_000_000)
  taxPerMillion?: number;

  @Field(() => [TaxClassInput], {
    nullable: true,
    description:
      'All of them, up to 20, in place of those before. One that an item names can change its rate but not go.',
  })
  @ArrayMaxSize(20)
  @ArrayUnique(({ key }: TaxClassInput) => key, { message: 'every key in taxClasses must be another' })
  @ValidateNested({ each: true })
  taxClasses?: TaxClassInput[];

  @Field({ nullable: true })
  pricesIncludeTax?: boolean;

  @Field(() => Int, { nullable: true, description: 'Millionths, 0 to 1,000,000: 100000 is 10 %.' })
  @Min(0)
  @Max(1_000_000)
  servicePerMillion?: number;

  @Field({ nullable: true })
  serviceDineInOnly?: boolean;

  @Field({ nullable: true })
  tipsAllowed?: boolean;

  @Field(() => AdditionsUntilEnum, { nullable: true })
  additionsUntil?: AdditionsUntil;
}
