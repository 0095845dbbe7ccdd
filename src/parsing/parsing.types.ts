import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CartLineType, CartType } from '../carts/cart.types.ts';
import type { CartView } from '../carts/read-cart.ts';
import type { StatedAllergy } from '../carts/stated-allergy.ts';
import { StatedAllergyType } from '../carts/stated-allergy.types.ts';
import { IdempotencyKey, UUID } from '../scalars.ts';
import { InquiryType } from './inquiry.types.ts';
import type { InquiryView } from './inquiry-view.ts';
import type {
  Ambiguity,
  Candidate,
  ParsedOrder,
  ParseWarning,
  ParseWarningCode,
  Phrase,
  Question,
} from './order-parser.ts';
import type { CartChange, Sentence } from './parse-order.ts';
import { CandidateType, PhraseType } from './phrase.types.ts';
import { SaidText } from './said-text.ts';

export const ParseWarningEnum: { [C in ParseWarningCode]: C } = {
  SOLD_OUT: 'SOLD_OUT',
  OUTSIDE_WINDOW: 'OUTSIDE_WINDOW',
  QUANTITY_OUT_OF_RANGE: 'QUANTITY_OUT_OF_RANGE',
  MODIFIER_NOT_OFFERED: 'MODIFIER_NOT_OFFERED',
  CHOICE_REQUIRED: 'CHOICE_REQUIRED',
  TOO_MANY_CHOICES: 'TOO_MANY_CHOICES',
  AMBIGUOUS: 'AMBIGUOUS',
  NOT_IN_CART: 'NOT_IN_CART',
  MODEL_FAILED: 'MODEL_FAILED',
};

registerEnumType(ParseWarningEnum, {
  name: 'ParseWarningCode',
  description: 'What the guest should be told about a phrase.',
  valuesConfig: {
    QUANTITY_OUT_OF_RANGE: {
      description:
        'No number from 1 to 99, or with what the cart has of the same choice more than 99: none of it was put in, the rest of the sentence was.',
    },
  },
});

@ObjectType('ParseWarning', { simpleResolvers: true })
export class ParseWarningType implements ParseWarning {
  @Field(() => ParseWarningEnum)
  code!: ParseWarningCode;

  @Field()
  message!: string;

  @Field(() => PhraseType)
  phrase!: Phrase;
}

export const CartChangeEnum: { [H in CartChange['how']]: H } = {
  ADDED: 'ADDED',
  CHANGED: 'CHANGED',
  REMOVED: 'REMOVED',
};

registerEnumType(CartChangeEnum, { name: 'CartChangeKind', description: 'What words did to a line.' });

@ObjectType('CartChange', { simpleResolvers: true })
export class CartChangeType implements CartChange {
  @Field(() => CartChangeEnum)
  how!: CartChange['how'];

  @Field({ description: 'The item, as the menu calls it.' })
  title!: string;

  @Field(() => CartLineType, {
    nullable: true,
    description: 'As it stands in the cart now; null when it went.',
  })
  line!: CartChange['line'];

  @Field(() => PhraseType, {
    description:
      'The words that did it, from the first to the last: number, size, item, what it comes with and without, and what leads up to them, such as “add”. Whatever of the words between did nothing is in `unmatched` too.',
  })
  phrase!: Phrase;

  @Field(() => Float, {
    description:
      '0 to 1: less where a word was misspelt, only part of a name, or said in other words. Ask back below 0.7.',
  })
  confidence!: number;
}

@ObjectType('ParseAmbiguity', { simpleResolvers: true })
export class AmbiguityType implements Ambiguity {
  @Field(() => PhraseType)
  phrase!: Phrase;

  @Field(() => [CandidateType])
  candidates!: readonly Candidate[];
}

@ObjectType('ParseQuestion', {
  description: 'What the guest must still say of a line.',
  simpleResolvers: true,
})
export class QuestionType implements Question {
  @Field(() => PhraseType)
  phrase!: Phrase;

  @Field(() => UUID)
  itemId!: string;

  @Field(() => UUID, { nullable: true, description: 'The modifier group to choose from; null: which size.' })
  groupId!: string | null;

  @Field({ description: 'Of the group, or of the item whose size it is.' })
  title!: string;

  @Field(() => [CandidateType])
  options!: readonly Candidate[];
}

@ArgsType()
export class ParseOrderArgs implements Sentence {
  @Field()
  restaurantSlug!: string;

  @Field({ description: '1 to 2,000 characters in Unicode normal form C, as said or typed.' })
  @SaidText()
  text!: string;

  @Field(() => Int, {
    description:
      'The version of the cart the guest saw; 0 when there was none yet. Words that only add go with what others added since; others want the current one.',
  })
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

  @Field(() => [CartChangeType], {
    description: 'What the words did to the cart, in the order of its lines. None when `replayed`.',
  })
  changes!: readonly CartChange[];

  @Field(() => [PhraseType], {
    description:
      'Every phrase that became nothing, in the order spoken, with the courtesies beside it. Show them. Every word of the text is here, in a phrase of `changes`, `retracted`, `ambiguities`, `inquiries` or `allergies`, or one of at most 150 fillers of the language, such as “please”, “the” and “and”.',
  })
  unmatched!: ParsedOrder['unmatched'];

  @Field(() => [PhraseType], { description: 'What was said and taken back in the same sentence.' })
  retracted!: ParsedOrder['retracted'];

  @Field(() => [AmbiguityType], { description: 'What could be several things; none of them was chosen.' })
  ambiguities!: readonly Ambiguity[];

  @Field(() => [QuestionType], { description: 'What placeOrder would still want to know.' })
  questions!: readonly Question[];

  @Field(() => [InquiryType])
  inquiries!: readonly InquiryView[];

  @Field(() => [StatedAllergyType], {
    description: 'Said in this sentence. They stand in the cart, and go to the kitchen with the order.',
  })
  allergies!: readonly StatedAllergy[];

  @Field(() => [ParseWarningType])
  warnings!: ParsedOrder['warnings'];

  @Field({ description: 'BCP 47.' })
  language!: string;

  @Field({
    description:
      'What understood it: in-process, model, or in-process+model where a language model added to it.',
  })
  engine!: string;

  @Field({ description: 'True when this key had added it before; the cart is as it is now.' })
  replayed!: boolean;
}
