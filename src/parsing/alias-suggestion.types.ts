import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { Countable } from '../menus/countables.ts';
import { MenuNounEnum } from '../menus/menu-entry.types.ts';
import { connectionOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
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

@ArgsType()
export class AliasSuggestionsArgs extends PageArgsType {
  @Field(() => UUID)
  restaurantId!: string;
}

export const AliasSuggestionConnection = connectionOf<ShownSuggestion>(
  AliasSuggestionType,
  'AliasSuggestion',
);
