import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { type AliasedEntry, findMenuAliases } from './find-menu-aliases.ts';
import { AliasedEntryType } from './menu-alias.types.ts';

@Resolver()
export class MenuAliasResolver {
  @Query(() => [AliasedEntryType], {
    description:
      'What guests also call things on the menu, hidden ones too; what has no alias is left out. Guests do not see it. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  menuAliases(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<AliasedEntry[]> {
    return findMenuAliases(ctx, restaurantId);
  }
}
