import { ArrayUnique, Length, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Countable } from '../menus/countables.ts';
import { MenuNounEnum } from '../menus/menu-entry.types.ts';
import type { MenuNoun } from '../menus/menu-nouns.ts';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { SuggestionFilter, SuggestionQuery, SuggestionSort } from './find-alias-suggestions.ts';
import type { ShownSuggestion } from './shown-suggestion.ts';

@ObjectType('AliasSuggestion', {
  description: 'Words that parseOrder did not understand, and what guests then chose by hand and ordered.',
  simpleResolvers: true,
})
export class AliasSuggestionType implements ShownSuggestion {
  @Field(() => UUID)
  id!: string;

  @Field(() => MenuNounEnum, { description: 'An item, a variant or a modifier.' })
  noun!: Countable;

  @Field(() => UUID, { description: 'What they chose.' })
  entryId!: string;

  @Field({ description: "Its title, or a variant's label." })
  title!: string;

  @Field({ description: 'In small letters without accents: up to 5 words, 60 characters.' })
  phrase!: string;

  @Field(() => Int, {
    description: 'How many carts have said it, 2 or more; the same cart counts once in a row.',
  })
  carts!: number;

  @Field()
  firstSeenAt!: Date;

  @Field()
  lastSeenAt!: Date;
}

export const AliasSuggestionConnection = connectionOf<ShownSuggestion>(
  AliasSuggestionType,
  'AliasSuggestion',
);

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class AliasSuggestionFilterInput implements SuggestionFilter {
  @Field(() => [MenuNounEnum], { nullable: true, description: 'What was chosen is one of these.' })
  @ArrayUnique()
  noun?: MenuNoun[] | null;

  @Field(() => UUID, { nullable: true, description: 'What was chosen.' })
  entryId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A part of the phrase, whatever the capitals and accents. 1 to 100 characters.',
  })
  @Length(1, 100)
  text?: string | null;

  @Field(() => Int, { nullable: true, description: 'So many carts have said it, or more. 1 to 1,000,000.' })
  @Min(1)
  @Max(1_000_000)
  cartsAtLeast?: number | null;

  @Field(() => Date, { nullable: true, description: 'Said then or since.' })
  seenSince?: Date | null;
}

const AliasSuggestionSortEnum = {
  PHRASE: 'PHRASE',
  CARTS: 'CARTS',
  FIRST_SEEN_AT: 'FIRST_SEEN_AT',
  LAST_SEEN_AT: 'LAST_SEEN_AT',
} as const satisfies { [S in SuggestionSort]: S };

registerEnumType(AliasSuggestionSortEnum, { name: 'AliasSuggestionSort' });

const AliasSuggestionOrderInput = orderInputOf(AliasSuggestionSortEnum, 'AliasSuggestionOrderInput');

@ArgsType()
export class AliasSuggestionsArgs extends PageArgsType {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => AliasSuggestionFilterInput, { nullable: true })
  @ValidateNested()
  filter?: AliasSuggestionFilterInput | null;

  @OrderBy(AliasSuggestionOrderInput, 4, 'Newest first')
  orderBy?: Ordering<SuggestionSort>[] | null;

  query(): SuggestionQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}
