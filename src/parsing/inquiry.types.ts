import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import type { AnswerView, InquiryView } from './inquiry-view.ts';
import type { Inquiry, Phrase } from './order-parser.ts';
import { PhraseType } from './phrase.types.ts';

export const InquiryEnum: { [A in Inquiry['about']]: A } = {
  HAVE: 'HAVE',
  PRICE: 'PRICE',
  ORDER: 'ORDER',
  DETAILS: 'DETAILS',
};

registerEnumType(InquiryEnum, {
  name: 'ParseInquiryKind',
  description:
    'What a guest asked: whether there is something, what it costs, what was ordered so far, or what something is like or comes with.',
});

@ObjectType('ParsePrice', { simpleResolvers: true })
export class AnswerPriceType {
  @Field(() => String, { nullable: true, description: 'Of the size; null where there is only one.' })
  label!: string | null;

  @Field(() => MoneyType)
  price!: Money;
}

@ObjectType('ParseAnswer', { simpleResolvers: true })
export class AnswerType implements AnswerView {
  @Field(() => UUID, { description: 'Of an item or a modifier.' })
  id!: string;

  @Field()
  title!: string;

  @Field({ description: 'Whether it can be ordered at this moment.' })
  available!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'About DETAILS: whether it is as the guest asked, by the tags and allergens of the menu and what comes with the item: false for “is the tiramisu nut free?” where nuts are declared. Null: the menu does not say, which is no promise.',
  })
  isSo!: boolean | null;

  @Field(() => [AnswerPriceType])
  prices!: AnswerView['prices'];
}

@ObjectType('ParseInquiry', {
  description: "A guest's question, which orders nothing.",
  simpleResolvers: true,
})
export class InquiryType implements InquiryView {
  @Field(() => InquiryEnum)
  about!: Inquiry['about'];

  @Field(() => PhraseType)
  phrase!: Phrase;

  @Field(() => [AnswerType], {
    description: 'What on the menu it may be about; none: nothing is. About ORDER the cart says it.',
  })
  answers!: readonly AnswerView[];
}
