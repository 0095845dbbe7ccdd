import type { Money } from '../money.ts';
import type { Allergen } from './allergens.ts';
import type { Translations } from './translations.ts';

/**
 * A restaurant's menu as one frozen plain object: what guests read, what the parser matches against.
 * Prices are what they were when the menu had this version; an order reads them again.
 */
export interface Menu {
  readonly restaurantId: string;
  readonly slug: string;
  readonly title: string;
  readonly currency: string;
  readonly locale: string;
  readonly version: number;
  /** What it is in: the restaurant's own, or one of the next. */
  readonly language: string;
  /** What else it can be read in. */
  readonly languages: readonly string[];
  /** By the ids of its entries. */
  readonly translations: ReadonlyMap<string, Translations>;
  readonly categories: readonly MenuCategory[];
}

export interface MenuCategory {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly position: number;
  readonly hidden: boolean;
  readonly items: readonly MenuItem[];
}

export interface MenuItem {
  readonly id: string;
  readonly categoryId: string;
  readonly title: string;
  readonly description: string | null;
  /** The default variant's price where there are variants. */
  readonly price: Money;
  readonly featured: boolean;
  readonly hidden: boolean;
  /** False while 86ed or out of stock: shown, not orderable. */
  readonly available: boolean;
  readonly position: number;
  readonly tags: readonly string[];
  readonly allergens: readonly Allergen[];
  readonly image: string | null;
  readonly taxClass: string | null;
  readonly station: string | null;
  readonly variants: readonly MenuVariant[];
  readonly modifierGroups: readonly MenuModifierGroup[];
}

/** Choose one. */
export interface MenuVariant {
  readonly id: string;
  readonly label: string;
  readonly price: Money;
  readonly isDefault: boolean;
}

/** Choose at least min and at most max of its modifiers. An item may have its own min and max of a group. */
export interface MenuModifierGroup {
  readonly id: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly modifiers: readonly MenuModifier[];
}

export interface MenuModifier {
  readonly id: string;
  readonly title: string;
  /** What it adds to the item's price. */
  readonly price: Money;
  /** Comes with the item unless the guest says otherwise. */
  readonly isDefault: boolean;
  /** How many of it one piece of a line may have. */
  readonly maxPerLine: number;
  readonly available: boolean;
}
