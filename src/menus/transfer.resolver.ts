import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { exportMenu } from './export-menu.ts';
import type { ImportCount } from './import-count.ts';
import { importMenu } from './import-menu.ts';
import type { MenuDocument } from './menu-document.ts';
import { ImportCountType, ImportMenuArgs } from './transfer.types.ts';

@Resolver()
export class TransferResolver {
  @Query(() => GraphQLJSONObject, {
    description:
      'The whole menu as one document, which importMenu takes, here or at another restaurant: schema/menu-document.schema.json. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  exportMenu(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<MenuDocument> {
    return exportMenu(ctx, restaurantId);
  }

  @Mutation(() => [ImportCountType], {
    description:
      'Makes the menu what a document says, all of it or nothing. Entries are known by their refs, so it needs no key: the same document again changes nothing. Every fault is named in `problem.fields`: those of its shape first, and once it has that, all others at once, those beside what is there already too. A document too long for /graphql goes to /graphql/import, which is the same for whoever is signed in or has a key. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, SLUG_TAKEN.',
  })
  importMenu(
    @Ctx() ctx: Context,
    @Args() { restaurantId, ...given }: ImportMenuArgs,
  ): Promise<ImportCount[]> {
    return importMenu(ctx, restaurantId, given);
  }
}
