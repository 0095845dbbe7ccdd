import type { Allergen } from '../../menus/allergens.ts';

/**
 * What everybody knows of food, whatever the menu, in one language. Data files: en.json and its like.
 * Phrases are written as people type them; the parser folds and stems them like any other text.
 */
export interface Food {
  /** BCP 47. */
  readonly language: string;
  /** Rows of phrases that mean the same. */
  readonly same: readonly (readonly string[])[];
  /** What something is, and what is one: "cheddar" may be said "cheddar cheese". */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** What people call what they are allergic to, by the allergens that menus declare. */
  readonly allergens: Readonly<Partial<Record<Allergen, readonly string[]>>>;
  /** Words that say who made it, and may be left out. */
  readonly brands: readonly string[];
  /** Words that may follow a name and say nothing more: "chipotle sauce". */
  readonly forms: readonly string[];
}
