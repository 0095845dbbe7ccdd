import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { ArchivedEntry } from './find-archived.ts';
import type { MenuNoun } from './menu-nouns.ts';
import type { Arrangement } from './reorder-menu.ts';

export enum MenuNounEnum {
  CATEGORY = 'category',
  ITEM = 'item',
  VARIANT = 'variant',
  MODIFIER_GROUP = 'modifierGroup',
  MODIFIER = 'modifier',
}

registerEnumType(MenuNounEnum, { name: 'MenuNoun', description: 'The things a menu is made of.' });

@ObjectType('ArchivedMenuEntry', { description: 'Something that was taken off the menu.' })
export class ArchivedEntryType implements ArchivedEntry {
  @Field(() => MenuNounEnum)
  noun!: MenuNoun;

  @Field(() => UUID)
  id!: string;

  @Field({ description: "A variant's label." })
  title!: string;

  @Field()
  archivedAt!: Date;
}

@InputType()
export class ReorderMenuInput implements Arrangement {
  @Field(() => MenuNounEnum, { description: 'What the ids are.' })
  noun!: MenuNoun;

  @Field(() => UUID, {
    description:
      'What they are in: the restaurant of categories, the category of items, the item of variants and modifier groups, the group of modifiers.',
  })
  within!: string;

  @Field(() => [UUID], {
    description: 'As they are to stand, 1 to 500; what is there and not named follows as it was.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  ids!: string[];
}
