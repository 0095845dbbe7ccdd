import { Field, Int, ObjectType } from 'type-graphql';
import { LanguageTag } from '../language-tag.ts';
import { MoneyType } from '../money.types.ts';
import { OpeningDayType } from '../restaurants/opening-hours.types.ts';
import { UUID } from '../scalars.ts';
import type { Allergen } from './allergens.ts';
import { AllergenEnum } from './allergens.types.ts';
import type { Menu, MenuCategory, MenuItem, MenuModifierGroup } from './menu.ts';
import { MenuModifierGroupType, MenuVariantType } from './menu-choices.types.ts';
import type { Windows } from './windows.ts';

const windowsSay = "When it may be ordered, by the clock on the restaurant's wall. Null: always. ";
const nextSays =
  'When it may be ordered again, as far as is known. Null while it may be, and when nobody knows.';

@ObjectType('MenuItem', { simpleResolvers: true })
export class MenuItemType implements Omit<MenuItem, 'categoryId' | 'position'> {
  @Field(() => UUID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => MoneyType, { description: "The default variant's price where there are variants." })
  price!: MoneyType;

  @Field()
  featured!: boolean;

  @Field({ description: 'Seen by staff only while true.' })
  hidden!: boolean;

  @Field({
    description:
      'False while it, each of its variants, or too much of what a group wants is 86ed or out of stock: shown, not orderable.',
  })
  available!: boolean;

  @Field(() => [OpeningDayType], { nullable: true, description: `${windowsSay}Within its category's.` })
  windows!: Windows | null;

  @Field({ description: 'Whether it may be ordered at this moment: available, and in its windows.' })
  availableNow!: boolean;

  @Field(() => Date, { nullable: true, description: nextSays })
  nextAvailableAt!: Date | null;

  @Field(() => [String], { description: 'Also marks of spiciness and diet: spicy, vegan.' })
  tags!: string[];

  @Field(() => [AllergenEnum])
  allergens!: Allergen[];

  @Field(() => String, { nullable: true, description: 'Where its picture is, as the restaurant says.' })
  image!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of a tax class. Null: the restaurant's standard rate.",
  })
  taxClass!: string | null;

  @Field(() => String, { nullable: true, description: "The key of the kitchen's station that makes it." })
  station!: string | null;

  @Field(() => [MenuVariantType])
  variants!: MenuVariantType[];

  @Field(() => [MenuModifierGroupType])
  modifierGroups!: MenuModifierGroupType[];
}

@ObjectType('MenuCategory', { simpleResolvers: true })
export class MenuCategoryType implements Omit<MenuCategory, 'position' | 'items'> {
  @Field(() => UUID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field({ description: 'Seen by staff only while true.' })
  hidden!: boolean;

  @Field(() => [OpeningDayType], { nullable: true, description: windowsSay })
  windows!: Windows | null;

  @Field({ description: 'Whether its windows leave this moment open.' })
  availableNow!: boolean;

  @Field(() => Date, { nullable: true, description: nextSays })
  nextAvailableAt!: Date | null;

  @Field(() => [MenuItemType])
  items!: MenuItemType[];
}

@ObjectType('Menu', { description: 'Categories, their items and choices, in order.', simpleResolvers: true })
export class MenuType implements Omit<Menu, 'locale' | 'translations' | 'aliases' | 'categories'> {
  @Field(() => UUID)
  restaurantId!: string;

  @Field()
  slug!: string;

  @Field({ description: "The restaurant's." })
  title!: string;

  @Field({ description: 'ISO 4217.' })
  currency!: string;

  @Field(() => Int, {
    description: 'Rises with every change that a guest could see, but for what the clock changes.',
  })
  version!: number;

  @Field(() => LanguageTag, { description: 'What it is in, where that has a word for it.' })
  language!: string;

  @Field(() => [LanguageTag], { description: "What else it can be read in, beside the restaurant's own." })
  languages!: readonly string[];
  @Field(() => Date, {
    nullable: true,
    description: 'When something on it changes by the clock alone: read it again then. Null: nothing does.',
  })
  changesAt!: Date | null;

  @Field(() => [MenuCategoryType])
  categories!: MenuCategoryType[];
}

@ObjectType()
export class CreateCategoryPayload {
  @Field(() => MenuCategoryType)
  category!: MenuCategory;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'The item that was made, or that got the variant.' })
export class MenuItemPayload {
  @Field(() => MenuItemType)
  item!: MenuItem;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'The group that was made, or that got the modifier.' })
export class ModifierGroupPayload {
  @Field(() => MenuModifierGroupType)
  group!: MenuModifierGroup;

  @Field({ description: 'True when this key had made it before.' })
  replayed!: boolean;
}
