import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import type { Menu, MenuCategory, MenuItem, MenuModifier, MenuModifierGroup, MenuVariant } from './menu.ts';

const highestPrice = 100_000_000;
const allergens = [
  'GLUTEN',
  'CRUSTACEANS',
  'EGGS',
  'FISH',
  'PEANUTS',
  'SOYBEANS',
  'MILK',
  'NUTS',
  'CELERY',
  'MUSTARD',
  'SESAME',
  'SULPHITES',
  'LUPIN',
  'MOLLUSCS',
];

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

  @Field({ description: 'False while it is 86ed.' })
  available!: boolean;
}

@ObjectType('MenuModifierGroup', {
  description: 'Modifiers of which to choose min to max.',
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

  @Field(() => [String])
  tags!: string[];

  @Field(() => [String], { description: "Of the EU's fourteen, in capitals: GLUTEN, MILK." })
  allergens!: string[];

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
export class MenuType implements Omit<Menu, 'locale' | 'categories'> {
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

  @Field(() => [MenuCategoryType])
  categories!: MenuCategoryType[];
}

const slugRule = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slugMessage = { message: 'slug must be of a-z, 0-9 and single hyphens' };

@InputType()
export class CreateCategoryInput {
  @Field({ description: '1 to 60 of a-z, 0-9 and single hyphens.' })
  @Length(1, 60)
  @Matches(slugRule, slugMessage)
  slug!: string;

  @Field({ description: '1 to 100 characters.' })
  @Length(1, 100)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  @MaxLength(500)
  description?: string | null;

  @Field({ nullable: true })
  hidden?: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditCategoryInput {
  @Field({ nullable: true })
  @Length(1, 60)
  @Matches(slugRule, slugMessage)
  slug?: string;

  @Field({ nullable: true })
  @Length(1, 100)
  title?: string;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  description?: string | null;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => Int, { nullable: true, description: 'Smaller comes first.' })
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType()
export class CreateItemInput {
  @Field({ description: '1 to 100 characters.' })
  @Length(1, 100)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  @MaxLength(1000)
  description?: string | null;

  @Field(() => Int, { description: 'Minor units; used while the item has no variants.' })
  @Min(0)
  @Max(highestPrice)
  price!: number;

  @Field({ nullable: true })
  featured?: boolean;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [String], { nullable: true, description: 'Up to 20, each up to 40 characters.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[];

  @Field(() => [String], { nullable: true, description: "Of the EU's fourteen." })
  @ArrayUnique()
  @IsIn(allergens, { each: true })
  allergens?: string[];
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditItemInput {
  @Field(() => UUID, { nullable: true, description: 'Moves the item.' })
  categoryId?: string;

  @Field({ nullable: true })
  @Length(1, 100)
  title?: string;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  description?: string | null;

  @Field(() => Int, { nullable: true, description: 'Minor units.' })
  @Min(0)
  @Max(highestPrice)
  price?: number;

  @Field({ nullable: true })
  featured?: boolean;

  @Field({ nullable: true })
  hidden?: boolean;

  @Field(() => [String], { nullable: true })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[];

  @Field(() => [String], { nullable: true })
  @ArrayUnique()
  @IsIn(allergens, { each: true })
  allergens?: string[];

  @Field(() => Int, { nullable: true, description: 'Smaller comes first.' })
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType()
export class CreateVariantInput {
  @Field({ description: '1 to 60 characters: Large.' })
  @Length(1, 60)
  label!: string;

  @Field(() => Int, { description: "Minor units, instead of the item's." })
  @Min(0)
  @Max(highestPrice)
  price!: number;

  @Field({ nullable: true })
  isDefault?: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditVariantInput {
  @Field({ nullable: true })
  @Length(1, 60)
  label?: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(highestPrice)
  price?: number;

  @Field({ nullable: true })
  isDefault?: boolean;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType()
export class CreateModifierGroupInput {
  @Field({ description: '1 to 60 characters.' })
  @Length(1, 60)
  title!: string;

  @Field(() => Int, { description: '0 to 50.' })
  @Min(0)
  @Max(50)
  min!: number;

  @Field(() => Int, { description: '1 to 50.' })
  @Min(1)
  @Max(50)
  max!: number;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditModifierGroupInput {
  @Field({ nullable: true })
  @Length(1, 60)
  title?: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(50)
  min?: number;

  @Field(() => Int, { nullable: true })
  @Min(1)
  @Max(50)
  max?: number;
}

@InputType()
export class CreateModifierInput {
  @Field({ description: '1 to 60 characters.' })
  @Length(1, 60)
  title!: string;

  @Field(() => Int, { nullable: true, description: 'Minor units added to the price; may be negative.' })
  @Min(-highestPrice)
  @Max(highestPrice)
  price?: number;

  @Field({ nullable: true })
  isDefault?: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class EditModifierInput {
  @Field({ nullable: true })
  @Length(1, 60)
  title?: string;

  @Field(() => Int, { nullable: true })
  @Min(-highestPrice)
  @Max(highestPrice)
  price?: number;

  @Field({ nullable: true })
  isDefault?: boolean;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType()
export class SetItemStockInput {
  @Field(() => UUID)
  itemId!: string;

  @Field(() => Int, { nullable: true, description: '0 to 100,000; null counts no more.' })
  @Min(0)
  @Max(100_000)
  remaining!: number | null;
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

export enum MenuNounEnum {
  CATEGORY = 'category',
  ITEM = 'item',
  VARIANT = 'variant',
  MODIFIER_GROUP = 'modifierGroup',
  MODIFIER = 'modifier',
}

registerEnumType(MenuNounEnum, { name: 'MenuNoun', description: 'The things a menu is made of.' });
