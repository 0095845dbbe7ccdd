import type { Money } from '../money.ts';
import type { Allergen } from './allergens.ts';
import type { Translations } from './translations.ts';
import type { Windows } from './windows.ts';

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
  /** What guests also call its entries, by their ids. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** When something on it changes by the clock alone. Null: nothing does. */
  readonly changesAt: Date | null;
  readonly categories: readonly MenuCategory[];
}

export interface MenuCategory {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly position: number;
  readonly hidden: boolean;
  /** Null: always. */
  readonly windows: Windows | null;
  /** Whether its windows leave this moment open. */
  readonly availableNow: boolean;
  readonly nextAvailableAt: Date | null;
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
  /** False while 86ed or out of stock, itself, all its variants, or too much of what a group wants: shown, not orderable. */
  readonly available: boolean;
  /** Within its category's. Null: whenever that may. */
  readonly windows: Windows | null;
  /** Available, and in its windows. */
  readonly availableNow: boolean;
  /** As far as is known; null while it may be ordered. */
  readonly nextAvailableAt: Date | null;
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
  readonly available: boolean;
  /** When it is back by itself. */
  readonly backAt: Date | null;
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
  /** When it is back by itself. */
  readonly backAt: Date | null;
}
