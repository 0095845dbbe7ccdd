import { ArrayMaxSize, ArrayUnique, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { LanguageTag } from '../language-tag.ts';
import { connectionOf, PageArgsType } from '../page.types.ts';
import { UUID } from '../scalars.ts';
import type { Allergen } from './allergens.ts';
import { AllergenEnum } from './allergens.types.ts';
import type { ItemFilter } from './item-filter.ts';
import type { ItemOrder, ItemSort } from './item-order.ts';
import { languageArg } from './language-arg.ts';
import type { MenuItem } from './menu.ts';
import { MenuItemType } from './menu.types.ts';

const highest = 2_147_483_647;

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class ItemFilterInput implements ItemFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of title, description and what guests also call it, whatever the accents: each begins a word there, or, with four letters or more, resembles one if it begins none. 1 to 100 characters.',
  })
  @Length(1, 100)
  search?: string | null;

  @Field(() => [UUID], { nullable: true, description: 'In one of these, up to 100.' })
  @ArrayMaxSize(100)
  categoryIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Minor units: the default variant's price where there are variants. 0 or more.",
  })
  @Min(0)
  @Max(highest)
  priceFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'The same.' })
  @Min(0)
  @Max(highest)
  priceTo?: number | null;

  @Field(() => Boolean, { nullable: true })
  featured?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Neither 86ed nor out of stock, where it has variants at least one of them, and of each group as much as it wants.',
  })
  available?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'With all of these, up to 20.' })
  @ArrayMaxSize(20)
  @ArrayUnique()
  @MaxLength(40, { each: true })
  tags?: string[] | null;

  @Field(() => [AllergenEnum], { nullable: true, description: 'With none of these.' })
  @ArrayUnique()
  withoutAllergens?: Allergen[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Counted, and so many are left at most. For the kitchen, the floor, managers and owners.',
  })
  @Min(0)
  @Max(highest)
  stockTo?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Hidden ones too. For the kitchen, the floor, managers and owners.',
  })
  withHidden?: boolean | null;
}

export const ItemSortEnum = {
  POSITION: 'POSITION',
  PRICE: 'PRICE',
  TITLE: 'TITLE',
  POPULARITY: 'POPULARITY',
} as const satisfies { [S in ItemSort]: S };

registerEnumType(ItemSortEnum, {
  name: 'ItemSort',
  valuesConfig: {
    POSITION: { description: 'As on the menu, category by category.' },
    TITLE: { description: 'By the alphabet, whatever the accents and capitals.' },
    POPULARITY: { description: 'Pieces sold in the last four weeks; counted anew every few hours.' },
  },
});

@InputType()
export class ItemOrderInput implements ItemOrder {
  @Field(() => ItemSortEnum)
  by!: ItemSort;

  @Field({ defaultValue: false, description: 'The highest first.' })
  descending!: boolean;
}

@ArgsType()
export class ItemsArgs extends PageArgsType {
  @Field(() => UUID, { nullable: true, description: 'This or the slug.' })
  restaurantId?: string | null;

  @Field(() => String, { nullable: true })
  restaurantSlug?: string | null;

  @Field(() => ItemFilterInput, { nullable: true })
  @ValidateNested()
  filter?: ItemFilterInput | null;

  @Field(() => [ItemOrderInput], {
    nullable: true,
    description:
      'The second orders what the first leaves equal, and so on; each once. By POSITION when it is left out.',
  })
  @ArrayMaxSize(4)
  @ArrayUnique(({ by }: ItemOrderInput) => by)
  @ValidateNested({ each: true })
  orderBy?: ItemOrderInput[] | null;

  @Field(() => LanguageTag, languageArg)
  language?: string | null;
}

@ArgsType()
export class ItemsByIdArgs {
  @Field(() => UUID)
  restaurantId!: string;

  @Field(() => [UUID], { description: 'Up to 100.' })
  @ArrayMaxSize(100)
  ids!: string[];

  @Field(() => LanguageTag, languageArg)
  language?: string | null;
}

export const ItemConnection = connectionOf<MenuItem>(MenuItemType, 'Item');
