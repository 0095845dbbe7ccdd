import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { LanguageTag } from '../language-tag.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { findWholeMenu } from './find-menu.ts';
import { findModifierGroups } from './find-modifier-groups.ts';
import { languageArg } from './language-arg.ts';
import type { Menu, MenuModifierGroup } from './menu.ts';
import { MenuType } from './menu.types.ts';
import { MenuModifierGroupType } from './menu-choices.types.ts';
import type { MenuSnapshots } from './menu-snapshots.ts';
import { wantedLanguages } from './wanted-languages.ts';

@Resolver()
export class MenuResolver {
  constructor(private readonly snapshots: MenuSnapshots) {}

  @Query(() => MenuType, { description: "A restaurant's menu, for everybody. Errors: NOT_FOUND." })
  menu(
    @Ctx() ctx: Context,
    @Arg('slug') slug: string,
    @Arg('language', () => LanguageTag, languageArg) language: string | null,
  ): Promise<Menu> {
    return ctx.share(() => this.snapshots.bySlug(slug, wantedLanguages(ctx, language)));
  }

  @Query(() => MenuType, {
    description:
      'The menu with what is hidden, as it stands. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  wholeMenu(@Ctx() ctx: Context, @Arg('restaurantId', () => UUID) restaurantId: string): Promise<Menu> {
    return findWholeMenu(ctx, restaurantId);
  }

  @Query(() => [MenuModifierGroupType], {
    description:
      'Every modifier group, attached to items or not. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  modifierGroups(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<MenuModifierGroup[]> {
    return findModifierGroups(ctx, restaurantId);
  }
}
