import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { LanguageTag } from '../language-tag.ts';
import type { Page } from '../page.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { findItems } from './find-items.ts';
import { itemById } from './item-by-id.ts';
import { itemsById } from './items-by-id.ts';
import { languageArg } from './language-arg.ts';
import { ItemConnection, ItemsArgs, ItemsByIdArgs } from './listing.types.ts';
import type { MenuCategory, MenuItem } from './menu.ts';
import { MenuCategoryType, MenuItemType } from './menu.types.ts';
import type { MenuSnapshots } from './menu-snapshots.ts';
import { wantedLanguages } from './wanted-languages.ts';

@Resolver()
export class ListingResolver {
  constructor(private readonly snapshots: MenuSnapshots) {}

  @Query(() => [MenuCategoryType], {
    description: "The categories of a restaurant's menu, for everybody. Errors: NOT_FOUND.",
  })
  categories(
    @Ctx() ctx: Context,
    @Arg('restaurantSlug') slug: string,
    @Arg('language', () => LanguageTag, languageArg) language: string | null,
  ): Promise<readonly MenuCategory[]> {
    return ctx.share(
      async () => (await this.snapshots.bySlug(slug, wantedLanguages(ctx, language))).categories,
    );
  }

  @Query(() => ItemConnection, {
    description:
      'Items of a menu. Everybody finds what is not hidden; to filter by stock or ask for hidden ones is for the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  items(
    @Ctx() ctx: Context,
    @Args() { filter, orderBy, language, ...args }: ItemsArgs,
  ): Promise<Page<MenuItem>> {
    return findItems(ctx, args, {
      filter: filter ?? {},
      orderBy: orderBy ?? [],
      languages: wantedLanguages(ctx, language),
      page: args,
    });
  }

  @Query(() => MenuItemType, {
    description:
      'For everybody; a hidden one for the kitchen, the floor, managers and owners. Errors: NOT_FOUND.',
  })
  item(
    @Ctx() ctx: Context,
    @Arg('id', () => UUID) id: string,
    @Arg('language', () => LanguageTag, languageArg) language: string | null,
  ): Promise<MenuItem> {
    return itemById(ctx, id, wantedLanguages(ctx, language));
  }

  @Query(() => [MenuItemType], {
    description:
      'Of one restaurant, in the order asked for. Those that are not there are left out, and so are hidden ones but for the kitchen, the floor, managers and owners. Errors: NOT_FOUND.',
  })
  itemsById(
    @Ctx() ctx: Context,
    @Args() { restaurantId, ids, language }: ItemsByIdArgs,
  ): Promise<MenuItem[]> {
    return itemsById(ctx, restaurantId, ids, wantedLanguages(ctx, language));
  }
}
