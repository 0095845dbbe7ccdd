import type { Menu } from '../menus/menu.ts';

/** Turns words into choices from a menu. Names only ids of that menu, and says what it did not understand. */
export interface OrderParser {
  /** A name for logs and clients: `in-process`. */
  readonly engine: string;
  parse(text: string, menu: Menu): Promise<ParsedOrder>;
}

export interface ParsedOrder {
  readonly lines: readonly ParsedLine[];
  /** Every phrase that became nothing, in the order spoken. */
  readonly unmatched: readonly Phrase[];
  readonly warnings: readonly ParseWarning[];
  /** BCP 47: `en`. */
  readonly language: string;
  readonly engine: string;
}

export interface ParsedLine {
  readonly itemId: string;
  readonly variantId: string | null;
  /** 1..99 */
  readonly quantity: number;
  /** Modifiers asked for, beyond those the item comes with. */
  readonly withIds: readonly string[];
  /** Modifiers the item comes with and the guest does not want. */
  readonly withoutIds: readonly string[];
  /** Words for the kitchen that no modifier covers. */
  readonly note: string | null;
  readonly phrase: Phrase;
}

/** A stretch of the guest's text: `text === input.slice(start, end)`, UTF-16 units. */
export interface Phrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ParseWarning {
  readonly code: ParseWarningCode;
  readonly message: string;
  readonly phrase: Phrase;
}

export type ParseWarningCode =
  | 'SOLD_OUT'
  | 'OUTSIDE_WINDOW'
  | 'QUANTITY_OUT_OF_RANGE'
  | 'MODIFIER_NOT_OFFERED'
  | 'CHOICE_REQUIRED'
  | 'TOO_MANY_CHOICES'
  | 'AMBIGUOUS';
