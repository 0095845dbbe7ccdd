import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../viewer.ts';
import { translateEntry } from './translate-entry.ts';
import { TranslateMenuEntryArgs } from './translation.types.ts';

@Resolver()
export class TranslationResolver {
  @Mutation(() => Boolean, {
    description:
      "What something on the menu is called in another language, up to 20 each. Menus and lists are read in it by `language` or Accept-Language; carts and orders stay in the restaurant's own. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.",
  })
  async translateMenuEntry(
    @Ctx() ctx: Context,
    @Args() { translation = null, ...entry }: TranslateMenuEntryArgs,
  ): Promise<boolean> {
    await translateEntry(ctx, { ...entry, translation });
    return true;
  }
}
