import { Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Refusal } from '../errors.ts';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import type { AmountOrRate } from './totals.ts';
import type { RateOfTaxView, TotalsView } from './totals-view.ts';

@ObjectType('RateOfTax', { description: 'What one rate comes to.', simpleResolvers: true })
export class RateOfTaxType implements RateOfTaxView {
  @Field(() => Int, { description: 'Millionths: 100000 is 10 %.' })
  perMillion!: number;

  @Field(() => MoneyType, { description: 'What it is of, discounts taken off.' })
  base!: Money;

  @Field(() => MoneyType)
  tax!: Money;
}

/** subtotal − discounts + service + tip, and tax where it comes on top, is the total. */
@ObjectType()
export abstract class TotalsType implements TotalsView {
  @Field(() => MoneyType, { description: 'Of all lines, before discounts.' })
  subtotal!: Money;

  @Field(() => MoneyType, { description: 'What is taken off, of lines and of the whole.' })
  discounts!: Money;

  @Field(() => MoneyType, { description: "The restaurant's charge, of what is left after discounts." })
  service!: Money;

  @Field(() => MoneyType, { description: 'At most twice the subtotal.' })
  tip!: Money;

  @Field(() => MoneyType, { description: 'Of all rates, rounded once for the whole.' })
  tax!: Money;

  @Field(() => [RateOfTaxType], { description: 'By rate, ascending; they add up to the tax.' })
  taxes!: readonly RateOfTaxView[];

  @Field(() => MoneyType, {
    description: 'What is to be paid: subtotal - discounts + service + tip, and tax where it comes on top.',
  })
  total!: Money;
}

@InputType({ description: 'One of the two.' })
export class AmountOrRateInput {
  @Field(() => Int, { nullable: true, description: 'Minor units, 0 to 1,000,000,000.' })
  @Min(0)
  @Max(1_000_000_000)
  amount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Millionths, 0 to 1,000,000: 100000 is 10 %.' })
  @Min(0)
  @Max(1_000_000)
  perMillion?: number | null;

  /** `path` is what a refusal calls it. */
  meant(path: string): AmountOrRate {
    const { amount, perMillion } = this;
    if (amount != null && perMillion == null) return { amount };
    if (perMillion != null && amount == null) return { perMillion };
    const message = 'Say an amount or perMillion: one of them.';
    throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path, message }] });
  }
}
