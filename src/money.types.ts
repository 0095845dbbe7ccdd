import { Field, Int, ObjectType } from 'type-graphql';
import type { Money } from './money.ts';

@ObjectType('Money', {
  description: 'An amount of a currency, tax included where the restaurant says so.',
  simpleResolvers: true,
})
export class MoneyType implements Money {
  @Field(() => Int, {
    description:
      'Minor units: 1250 is 12.50 EUR, and 1250 JPY. At most 2,147,483,647, more than any order comes to.',
  })
  amount!: number;

  @Field({ description: 'ISO 4217.' })
  currency!: string;

  @Field({ description: "For people, in the restaurant's locale." })
  formatted!: string;
}
