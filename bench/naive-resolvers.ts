import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { MenuCategoryType, MenuItemType, MenuType } from '../src/menus/menu.types.ts';
import { MenuModifierGroupType, MenuModifierType, MenuVariantType } from '../src/menus/menu-choices.types.ts';
import { type Money, money } from '../src/money.ts';
import { MoneyType } from '../src/money.types.ts';
import type { Context } from '../src/viewer.ts';
import {
  type NaiveCategory,
  type NaiveGroup,
  type NaiveItem,
  type NaiveModifier,
  NaiveRestaurant,
  type NaiveVariant,
} from './naive-entities.ts';

const euros = (amount: number): Money => money(amount, 'EUR', 'en-IE');
const shown = ({ hidden = false, archivedAt }: { hidden?: boolean; archivedAt: Date | null }): boolean =>
  !hidden && archivedAt === null;

/** The public menu as it is usually written: entities with everything they hold, loaded anew for each request. */
@Resolver(() => MenuType)
export class NaiveMenuResolver {
  @Query(() => MenuType)
  menu(@Ctx() { em }: Context, @Arg('slug') slug: string): Promise<NaiveRestaurant> {
    return em.findOneOrFail(
      NaiveRestaurant,
      { slug },
      { populate: ['categories.items.variants', 'categories.items.offers.group.modifiers'] },
    );
  }

  @FieldResolver()
  restaurantId(@Root() { id }: NaiveRestaurant): string {
    return id;
  }

  @FieldResolver()
  version(): number {
    return 1;
  }

  @FieldResolver(() => [MenuCategoryType])
  categories(@Root() { categories }: NaiveRestaurant): NaiveCategory[] {
    return categories.getItems().filter(shown);
  }
}

@Resolver(() => MenuCategoryType)
export class NaiveCategoryResolver {
  @FieldResolver(() => [MenuItemType])
  items(@Root() { items }: NaiveCategory): NaiveItem[] {
    return items.getItems().filter(shown);
  }
}

@Resolver(() => MenuItemType)
export class NaiveItemResolver {
  @FieldResolver(() => MoneyType)
  price(@Root() { price, variants }: NaiveItem): Money {
    return euros(variants.find(({ isDefault }) => isDefault)?.price ?? price);
  }

  @FieldResolver()
  available(@Root() { soldOut }: NaiveItem): boolean {
    return !soldOut;
  }

  @FieldResolver(() => [MenuVariantType])
  variants(@Root() { variants }: NaiveItem): NaiveVariant[] {
    return variants.getItems().filter(shown);
  }

  @FieldResolver(() => [MenuModifierGroupType])
  modifierGroups(@Root() { offers }: NaiveItem): NaiveGroup[] {
    return offers
      .getItems()
      .map(({ group }) => group)
      .filter(shown);
  }
}

@Resolver(() => MenuVariantType)
export class NaiveVariantResolver {
  @FieldResolver(() => MoneyType)
  price(@Root() { price }: NaiveVariant): Money {
    return euros(price);
  }
}

@Resolver(() => MenuModifierGroupType)
export class NaiveGroupResolver {
  @FieldResolver(() => [MenuModifierType])
  modifiers(@Root() { modifiers }: NaiveGroup): NaiveModifier[] {
    return modifiers.getItems().filter(shown);
  }
}

@Resolver(() => MenuModifierType)
export class NaiveModifierResolver {
  @FieldResolver(() => MoneyType)
  price(@Root() { price }: NaiveModifier): Money {
    return euros(price);
  }

  @FieldResolver()
  available(@Root() { soldOut }: NaiveModifier): boolean {
    return !soldOut;
  }
}
