import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { archive } from './archive.ts';
import { type ArchivedEntry, findArchived } from './find-archived.ts';
import { ArchivedEntryType, MenuNounEnum, ReorderMenuInput } from './menu-entry.types.ts';
import { reorderMenu } from './reorder-menu.ts';
import { restore } from './restore.ts';

@Resolver()
export class MenuEntryResolver {
  @Query(() => [ArchivedEntryType], {
    description:
      'What was taken off the menu, the latest 500, the latest first. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  archivedMenuEntries(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<ArchivedEntry[]> {
    return findArchived(ctx, restaurantId);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes something off the menu, with all that is in it; old orders keep it, and restoreMenuEntry puts it back. CHOICE_INVALID: it is the default of other variants, or an item would want more of its group than the other modifiers give. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID.',
  })
  async archiveMenuEntry(
    @Ctx() ctx: Context,
    @Arg('noun', () => MenuNounEnum) noun: MenuNounEnum,
    @Arg('id', () => UUID) id: string,
  ): Promise<boolean> {
    await archive(ctx, noun, id);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Puts something archived back where it was, with what was archived together with it. CHOICE_INVALID while what it belongs to is archived itself, and when the restaurant has no rate any more for the tax class of an item: `problem.fields` names each. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID.',
  })
  async restoreMenuEntry(
    @Ctx() ctx: Context,
    @Arg('noun', () => MenuNounEnum) noun: MenuNounEnum,
    @Arg('id', () => UUID) id: string,
  ): Promise<boolean> {
    await restore(ctx, noun, id);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Puts entries of one kind into an order. NOT_FOUND for one that is not there. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  async reorderMenu(@Ctx() ctx: Context, @Arg('input') input: ReorderMenuInput): Promise<boolean> {
    await reorderMenu(ctx, input);
    return true;
  }
}
