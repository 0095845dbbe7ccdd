import { Field, ObjectType } from 'type-graphql';
import { AllergenEnum } from '../menus/allergens.types.ts';
import type { StatedAllergy } from './stated-allergy.ts';

@ObjectType('StatedAllergy', {
  description: 'What a guest said they cannot eat. Shown to who orders and to who serves; erased like notes.',
  simpleResolvers: true,
})
export class StatedAllergyType implements StatedAllergy {
  @Field({ description: "In the guest's own words." })
  text!: string;

  @Field(() => AllergenEnum, { nullable: true, description: 'Null: none of those that menus declare.' })
  allergen!: StatedAllergy['allergen'];
}
