import { Field, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../money.types.ts';
import { UUID } from '../scalars.ts';
import type { MenuModifier, MenuModifierGroup, MenuVariant } from './menu.ts';

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

  @Field({ description: 'False while it is 86ed or out of stock.' })
  available!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it is back by itself, if it is.' })
  backAt!: Date | null;
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

  @Field({ description: 'False while it is 86ed or out of stock.' })
  available!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it is back by itself, if it is.' })
  backAt!: Date | null;
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
