import type { Grade } from './keys-of.ts';
import type { IndexedItem } from './menu-index.ts';

/** Tokens from (inclusive) to (exclusive), by number. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Tokens that mean something together. */
export type Span = NumberSpan | NameSpan | WordSpan | OthersSpan | EverySpan | AmountSpan;

export interface NumberSpan extends Stretch {
  readonly kind: 'number';
  readonly value: number;
  /** "a": counts one, or nothing at all. */
  readonly isArticle: boolean;
  /** "x2": may also stand after what it counts. */
  readonly isTimes: boolean;
}

/** Something on the menu. What it is here, item, size or modifier, is decided by its neighbours. */
export interface NameSpan extends Stretch {
  readonly kind: 'name';
  readonly key: string;
  /** "Extra cheese" may be a modifier, or more of "cheese". */
  readonly keyWithoutAmount: string | null;
  /** The best candidates only: all of them full names, or all partial. */
  readonly items: readonly IndexedItem[];
  readonly itemGrade: Grade | null;
  readonly modifierGrade: Grade | null;
  readonly isSize: boolean;
}

export interface OthersSpan extends Stretch {
  readonly kind: 'others';
  readonly which: 'one' | 'rest';
}

export interface EverySpan extends Stretch {
  readonly kind: 'every';
  readonly which: 'both' | 'all';
}

export interface AmountSpan extends Stretch {
  readonly kind: 'amount';
  readonly amount: 'plain' | 'double' | 'less';
}

export interface WordSpan extends Stretch {
  readonly kind:
    | 'and'
    | 'or'
    | 'adding'
    | 'removing'
    | 'removingAfter'
    | 'warning'
    | 'warningAfter'
    | 'times'
    | 'quiet'
    | 'unknown';
}
