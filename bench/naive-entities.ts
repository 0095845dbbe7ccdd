import { Collection, EntitySchema } from '@mikro-orm/core';

/** The menu's tables as entities that know their neighbours: the usual way to write it. */
export class NaiveRestaurant {
  id!: string;
  slug!: string;
  title!: string;
  currency!: string;
  locale!: string;
  categories = new Collection<NaiveCategory>(this);
}

export class NaiveCategory {
  id!: string;
  restaurant!: NaiveRestaurant;
  slug!: string;
  title!: string;
  description!: string | null;
  position!: number;
  hidden!: boolean;
  archivedAt!: Date | null;
  items = new Collection<NaiveItem>(this);
}

export class NaiveItem {
  id!: string;
  category!: NaiveCategory;
  title!: string;
  description!: string | null;
  price!: number;
  featured!: boolean;
  hidden!: boolean;
  soldOut!: boolean;
  position!: number;
  tags!: string[];
  allergens!: string[];
  archivedAt!: Date | null;
  variants = new Collection<NaiveVariant>(this);
  offers = new Collection<NaiveOffer>(this);
}

export class NaiveVariant {
  id!: string;
  item!: NaiveItem;
  label!: string;
  price!: number;
  isDefault!: boolean;
  position!: number;
  archivedAt!: Date | null;
}

/** A group offered with an item. */
export class NaiveOffer {
  id!: string;
  item!: NaiveItem;
  group!: NaiveGroup;
  position!: number;
}

export class NaiveGroup {
  id!: string;
  title!: string;
  min!: number;
  max!: number;
  archivedAt!: Date | null;
  modifiers = new Collection<NaiveModifier>(this);
}

export class NaiveModifier {
  id!: string;
  group!: NaiveGroup;
  title!: string;
  price!: number;
  isDefault!: boolean;
  soldOut!: boolean;
  position!: number;
  archivedAt!: Date | null;
}

const id = { type: 'uuid', primary: true } as const;
const text = { type: 'text' } as const;
const textOrNull = { type: 'text', nullable: true } as const;
const whole = { type: 'integer' } as const;
const yesOrNo = { type: 'boolean' } as const;
const texts = { type: 'array' } as const;
const timeOrNull = { type: 'datetime', nullable: true } as const;
const inOrder = { position: 'asc', id: 'asc' } as const;

export const naiveEntities = [
  new EntitySchema<NaiveRestaurant>({
    class: NaiveRestaurant,
    tableName: 'restaurant',
    properties: {
      id,
      slug: text,
      title: text,
      currency: text,
      locale: text,
      categories: { kind: '1:m', entity: () => NaiveCategory, mappedBy: 'restaurant', orderBy: inOrder },
    },
  }),
  new EntitySchema<NaiveCategory>({
    class: NaiveCategory,
    tableName: 'menu_category',
    properties: {
      id,
      restaurant: { kind: 'm:1', entity: () => NaiveRestaurant },
      slug: text,
      title: text,
      description: textOrNull,
      position: whole,
      hidden: yesOrNo,
      archivedAt: timeOrNull,
      items: { kind: '1:m', entity: () => NaiveItem, mappedBy: 'category', orderBy: inOrder },
    },
  }),
  new EntitySchema<NaiveItem>({
    class: NaiveItem,
    tableName: 'menu_item',
    properties: {
      id,
      category: { kind: 'm:1', entity: () => NaiveCategory },
      title: text,
      description: textOrNull,
      price: whole,
      featured: yesOrNo,
      hidden: yesOrNo,
      soldOut: yesOrNo,
      position: whole,
      tags: texts,
      allergens: texts,
      archivedAt: timeOrNull,
      variants: { kind: '1:m', entity: () => NaiveVariant, mappedBy: 'item', orderBy: inOrder },
      offers: { kind: '1:m', entity: () => NaiveOffer, mappedBy: 'item', orderBy: inOrder },
    },
  }),
  new EntitySchema<NaiveVariant>({
    class: NaiveVariant,
    tableName: 'menu_variant',
    properties: {
      id,
      item: { kind: 'm:1', entity: () => NaiveItem },
      label: text,
      price: whole,
      isDefault: yesOrNo,
      position: whole,
      archivedAt: timeOrNull,
    },
  }),
  new EntitySchema<NaiveOffer>({
    class: NaiveOffer,
    tableName: 'item_modifier_group',
    properties: {
      id,
      item: { kind: 'm:1', entity: () => NaiveItem },
      group: { kind: 'm:1', entity: () => NaiveGroup },
      position: whole,
    },
  }),
  new EntitySchema<NaiveGroup>({
    class: NaiveGroup,
    tableName: 'modifier_group',
    properties: {
      id,
      title: text,
      min: whole,
      max: whole,
      archivedAt: timeOrNull,
      modifiers: { kind: '1:m', entity: () => NaiveModifier, mappedBy: 'group', orderBy: inOrder },
    },
  }),
  new EntitySchema<NaiveModifier>({
    class: NaiveModifier,
    tableName: 'modifier',
    properties: {
      id,
      group: { kind: 'm:1', entity: () => NaiveGroup },
      title: text,
      price: whole,
      isDefault: yesOrNo,
      soldOut: yesOrNo,
      position: whole,
      archivedAt: timeOrNull,
    },
  }),
];
