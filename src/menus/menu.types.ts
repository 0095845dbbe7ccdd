import { Field, Int, ObjectType } from 'type-graphql';
import { LanguageTag } from '../language-tag.ts';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import type { Allergen } from './allergens.ts';
import { AllergenEnum } from './allergens.types.ts';
import type { Menu, MenuCategory, MenuItem, MenuModifier, MenuModifierGroup, MenuVariant } from './menu.ts';

@ObjectType('MenuVariant', {
  description: "One of an item's sizes or kinds: choose one.",
  simpleResolvers: true,
})
export class MenuVariantType implements MenuVariant {
  @Field(() => UUID)
  id!: string;

  @Field()
  label!: string;

  @Field(() => MoneyType)
  price!: MoneyType;

  @Field({ description: 'What a line gets that names none.' })
  isDefault!: boolean;
}

@ObjectType('MenuModifier', { simpleResolvers: true })
export class MenuModifierType implements MenuModifier {
  @Field(() => UUID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => MoneyType, { description: "What it adds to the item's price." })
  price!: MoneyType;

  @Field({ description: 'Comes with the item unless the line says without.' })
  isDefault!: boolean;

  @Field(() => Int, { description: 'How many of it one piece of a line may have: name its id so often.' })
  maxPerLine!: number;

  @Field({ description: 'False while it is 86ed.' })
  available!: boolean;
}

@ObjectType('MenuModifierGroup', {
  description:
    'Modifiers of which to choose min to max, each as often as it is named. Inside an item: its own min and max.',
  simpleResolvers: true,
})
export class MenuModifierGroupType implements MenuModifierGroup {
  @Field(() => UUID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => Int)
  min!: number;

  @Field(() => Int)
  max!: number;

  @Field(() => [MenuModifierType])
  modifiers!: MenuModifierType[];
}

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

  @Field({ description: 'False while it is 86ed or out of stock: shown, not orderable.' })
  available!: boolean;

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

  @Field(() => [MenuItemType])
  items!: MenuItemType[];
}

@ObjectType('Menu', { description: 'Categories, their items and choices, in order.', simpleResolvers: true })
export class MenuType implements Omit<Menu, 'locale' | 'translations' | 'categories'> {
  @Field(() => UUID)
  restaurantId!: string;

  @Field()
  slug!: string;

  @Field({ description: "The restaurant's." })
  title!: string;

  @Field({ description: 'ISO 4217.' })
  currency!: string;

  @Field(() => Int, { description: 'Rises with every change that a guest could see.' })
  version!: number;

  @Field(() => LanguageTag, { description: 'What it is in, where that has a word for it.' })
  language!: string;

  @Field(() => [LanguageTag], { description: "What else it can be read in, beside the restaurant's own." })
  languages!: readonly string[];

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
