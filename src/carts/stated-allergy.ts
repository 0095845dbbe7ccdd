import type { Allergen } from '../menus/allergens.ts';

/** What guests said they cannot eat, in their words. Health data: shown to them and to who serves them, erased with an order's notes. */
export interface StatedAllergy {
  readonly text: string;
  /** Null: none of the fourteen that menus declare. */
  readonly allergen: Allergen | null;
}
