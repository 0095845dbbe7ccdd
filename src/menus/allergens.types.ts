import { registerEnumType } from 'type-graphql';
import { type Allergen, allergens } from './allergens.ts';

export const AllergenEnum = Object.fromEntries(allergens.map((one) => [one, one])) as { [A in Allergen]: A };

registerEnumType(AllergenEnum, {
  name: 'Allergen',
  description: 'The fourteen that EU regulation 1169/2011 wants declared.',
});
