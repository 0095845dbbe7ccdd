import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ErrorCode } from '../errors.ts';
import { ErrorCodeEnum } from '../errors.types.ts';
import { UUID } from '../scalars.ts';
import type { LineProblem } from './line-problems.ts';

const reasons = {
  GONE: 'The item is no longer on the menu.',
  SOLD_OUT: 'The item, variant or modifier is sold out; of a group: too little of it is left.',
  NOT_ENOUGH: 'Fewer of the item, variant or modifier are left, `count`, than the cart wants.',
  OUTSIDE_WINDOW: 'The item is not served when it is wanted.',
  VARIANT_GONE: 'The item does not come in this variant any more.',
  MODIFIER_GONE: 'The item does not offer this modifier any more.',
  TOO_FEW: 'Fewer than `count` of a group are chosen.',
  TOO_MANY: 'More than `count` of a group or a modifier are chosen.',
  NOT_INCLUDED: 'The line is to go without a modifier that the item does not come with.',
  CONTRADICTION: 'The line is to have a modifier and go without it, or goes without it twice.',
  PRICE_CHANGED: 'The line has another price than was agreed to.',
} satisfies Record<LineProblem['reason'], string>;

export const LineProblemReason = Object.fromEntries(
  Object.keys(reasons).map((reason) => [reason, reason]),
) as {
  [R in LineProblem['reason']]: R;
};

registerEnumType(LineProblemReason, {
  name: 'LineProblemReason',
  description: 'Why a line cannot be ordered as it is, for whoever says it in their own words.',
  valuesConfig: Object.fromEntries(
    Object.entries(reasons).map(([reason, description]) => [reason, { description }]),
  ),
});

@ObjectType({ description: 'Why a line cannot be ordered as it is.' })
export class LineProblemType implements LineProblem {
  @Field(() => ErrorCodeEnum, {
    description: 'NOT_FOUND, ITEM_UNAVAILABLE, OUTSIDE_WINDOW, CHOICE_INVALID or PRICE_CHANGED.',
  })
  code!: ErrorCode;

  @Field(() => LineProblemReason)
  reason!: LineProblem['reason'];

  @Field(() => UUID, { description: 'Of the item, variant, modifier group or modifier that it is about.' })
  subjectId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of that are left, wanted at least, or allowed at most, as the reason says.',
  })
  count?: number | null;

  @Field({ description: 'The same for people, in English, with names in the language of the menu.' })
  message!: string;

  @Field(() => Date, { nullable: true, description: 'When it may be ordered again, as far as is known.' })
  availableAt?: Date | null;
}
