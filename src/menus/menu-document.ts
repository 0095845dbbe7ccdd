import type { Translations } from './translations.ts';
import type { Windows } from './windows.ts';

/**
 * A whole menu as one document. Its JSON Schema says what fits; the order of its lists is the order of the menu. Each entry has a
 * `ref`: what another system knows it by, or its id.
 */
export interface MenuDocument {
  readonly format: 'comanda-menu';
  readonly version: 1;
  readonly categories: readonly CategoryDocument[];
  readonly modifierGroups: readonly GroupDocument[];
}

interface EntryDocument {
  readonly ref: string;
  readonly translations?: Translations;
}

/** What guests also say for it. */
interface CalledDocument extends EntryDocument {
  readonly aliases?: readonly string[];
}

export interface CategoryDocument extends EntryDocument {
  readonly slug: string;
  readonly title: string;
  readonly description?: string | null;
  readonly hidden?: boolean;
  readonly windows?: Windows | null;
  readonly items: readonly ItemDocument[];
}

export interface ItemDocument extends CalledDocument {
  readonly title: string;
  readonly description?: string | null;
  /** Minor units. */
  readonly price: number;
  readonly featured?: boolean;
  readonly hidden?: boolean;
  readonly tags?: readonly string[];
  readonly allergens?: readonly string[];
  readonly image?: string | null;
  readonly taxClass?: string | null;
  readonly station?: string | null;
  readonly windows?: Windows | null;
  readonly variants?: readonly VariantDocument[];
  readonly modifierGroups?: readonly OfferDocument[];
}

export interface VariantDocument extends CalledDocument {
  readonly label: string;
  readonly price: number;
  readonly isDefault?: boolean;
}

/** A group that an item offers, with its own min and max or the group's. */
export interface OfferDocument {
  readonly ref: string;
  readonly min?: number | null;
  readonly max?: number | null;
}

export interface GroupDocument extends EntryDocument {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly modifiers: readonly ModifierDocument[];
}

export interface ModifierDocument extends CalledDocument {
  readonly title: string;
  readonly price?: number;
  readonly isDefault?: boolean;
  readonly maxPerLine?: number;
}
