import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { AliasSuggestionConnection, AliasSuggestionsArgs } from './alias-suggestion.types.ts';
import { approveAlias } from './approve-alias.ts';
import { dismissAlias } from './dismiss-alias.ts';
import { findAliasSuggestions } from './find-alias-suggestions.ts';
import type { ShownSuggestion } from './shown-suggestion.ts';

@Resolver()
export class AliasSuggestionResolver {
  @Query(() => AliasSuggestionConnection, {
    description:
      'What guests said that was not understood, with what they then chose by hand and ordered, once two carts or more have: perhaps a name for it. Newest first unless it is wanted otherwise. What nobody says for EVENT_DAYS goes. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  aliasSuggestions(@Ctx() ctx: Context, @Args() args: AliasSuggestionsArgs): Promise<Page<ShownSuggestion>> {
    return findAliasSuggestions(ctx, args.restaurantId, args.query());
  }

  @Mutation(() => Boolean, {
    description:
      'Makes a suggestion an alias of what was chosen, so that parseOrder understands it. Once is enough. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT where it has 20 aliases already.',
  })
  async approveAlias(@Ctx() ctx: Context, @Arg('id', () => UUID) id: string): Promise<boolean> {
    await approveAlias(ctx, id);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Shows a suggestion no more. What was approved stays an alias. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async dismissAlias(@Ctx() ctx: Context, @Arg('id', () => UUID) id: string): Promise<boolean> {
    await dismissAlias(ctx, id);
    return true;
  }
}
