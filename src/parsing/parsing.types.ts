import { Length } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CartType } from '../carts/cart.types.ts';
import type { CartView } from '../carts/read-cart.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { ParsedOrder, ParseWarning, ParseWarningCode, Phrase } from './order-parser.ts';
import type { Sentence } from './parse-order.ts';

export const ParseWarningEnum: { [C in ParseWarningCode]: C } = {
  SOLD_OUT: 'SOLD_OUT',
  OUTSIDE_WINDOW: 'OUTSIDE_WINDOW',
  QUANTITY_OUT_OF_RANGE: 'QUANTITY_OUT_OF_RANGE',
  MODIFIER_NOT_OFFERED: 'MODIFIER_NOT_OFFERED',
  CHOICE_REQUIRED: 'CHOICE_REQUIRED',
  TOO_MANY_CHOICES: 'TOO_MANY_CHOICES',
  AMBIGUOUS: 'AMBIGUOUS',
};

registerEnumType(ParseWarningEnum, {
  name: 'ParseWarningCode',
  description: 'What the guest should be told about a phrase.',
});

@ObjectType('Phrase', { description: "A stretch of the guest's text.", simpleResolvers: true })
export class PhraseType implements Phrase {
  @Field()
  text!: string;

  @Field(() => Int, { description: 'Where it starts in the text, in UTF-16 units from 0.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  end!: number;
}

@ObjectType('ParseWarning', { simpleResolvers: true })
export class ParseWarningType implements ParseWarning {
  @Field(() => ParseWarningEnum)
  code!: ParseWarningCode;

  @Field()
  message!: string;

  @Field(() => PhraseType)
  phrase!: Phrase;
}

@ArgsType()
export class ParseOrderArgs implements Sentence {
  @Field()
  restaurantSlug!: string;

  @Field({ description: '1 to 2,000 characters, as said or typed.' })
  @Length(1, 2000)
  text!: string;

  @Field(() => Int, { description: 'The version of the cart the guest saw; 0 when there was none yet.' })
  cartVersion!: number;

  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { nullable: true, description: 'Staff only: which of their carts.' })
  cartId?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ParseOrderPayload {
  @Field(() => CartType)
  cart!: CartView;

  @Field(() => [PhraseType], {
    description: 'Every phrase that became nothing, in the order spoken. Show them.',
  })
  unmatched!: ParsedOrder['unmatched'];

  @Field(() => [ParseWarningType])
  warnings!: ParsedOrder['warnings'];

  @Field({ description: 'BCP 47.' })
  language!: string;

  @Field({ description: 'What understood it.' })
  engine!: string;

  @Field({ description: 'True when this key had added it before; the cart is as it is now.' })
  replayed!: boolean;
}
