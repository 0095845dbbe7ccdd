import type { Allergen } from '../menus/allergens.ts';
import type { Menu } from '../menus/menu.ts';
import type { Conversation } from './conversation.ts';

/** Turns words into choices from a menu. Names only ids of that menu, and says what it did not understand. */
export interface OrderParser {
  /** A name for logs and clients: `in-process`. */
  readonly engine: string;
  /** `conversation`: what is in the cart already, for words about it. */
  parse(text: string, menu: Menu, conversation?: Conversation): Promise<ParsedOrder>;
}

export interface ParsedOrder {
  /** To be added to the cart. */
  readonly lines: readonly ParsedLine[];
  /** What becomes of lines that are in the cart. */
  readonly edits: readonly ParsedEdit[];
  /**
   * Every phrase that became nothing, in the order spoken, with the minor words beside it, up to the next pause or word of something
   * else. Every word of the text is here, in the phrase of something below or above, or a filler.
   */
  readonly unmatched: readonly Phrase[];
  /** The same without the minor words. */
  readonly unknown: readonly Phrase[];
  /** Words in no line that mean nothing by themselves. */
  readonly minor: readonly MinorWords[];
  /** What was ordered and taken back in the same words: "a coke, no, scratch that". */
  readonly retracted: readonly Phrase[];
  /** What could be several things on the menu and was left out. */
  readonly ambiguities: readonly Ambiguity[];
  /** What the guest must still say. */
  readonly questions: readonly Question[];
  /** What the guest asked, and the menu's answer. */
  readonly inquiries: readonly Inquiry[];
  readonly allergies: readonly Allergy[];
  readonly warnings: readonly ParseWarning[];
  /** BCP 47: `en`. */
  readonly language: string;
  readonly engine: string;
}

/** What one line is to be. */
export interface LineChoice {
  readonly itemId: string;
  /** Null: none was said, and the item has no ordinary one. */
  readonly variantId: string | null;
  /** 1..99 */
  readonly quantity: number;
  /** Modifiers asked for, beyond those the item comes with. */
  readonly withIds: readonly string[];
  /** Modifiers the item comes with and the guest does not want. */
  readonly withoutIds: readonly string[];
  /** Words for the kitchen that no modifier covers. */
  readonly note: string | null;
  /** Everything that was said of its modifiers, in the order spoken, also what the note says to the kitchen. */
  readonly choices: readonly ParsedChoice[];
}

export interface ParsedLine extends LineChoice {
  /**
   * Its span: from the first to the last word that the line was made of, with all between. These are its number, size and item, what it
   * comes with and without, words that point at it or change it, and connectors that lead up to them ("add", "with"); not the "and"
   * between two lines, nor courtesy around them. What of the words between was nobody's is in `unmatched` too.
   */
  readonly phrase: Phrase;
  /** 0..1: less where a word was misspelt, only part of a name, or said in other words. */
  readonly confidence: number;
}

export interface ParsedEdit {
  /** Of the conversation's lines. */
  readonly lineId: string;
  /** Null: it goes. */
  readonly line: LineChoice | null;
  /** As a line's. */
  readonly phrase: Phrase;
  readonly confidence: number;
}

export interface ParsedChoice {
  /** More than one: any of them may be meant, and none was chosen. */
  readonly modifierIds: readonly string[];
  /** False: leave it off. */
  readonly wanted: boolean;
  readonly amount: 'EXTRA' | 'LIGHT' | 'HALF' | null;
  readonly count: number;
}

/** A stretch of the guest's text: `text === input.slice(start, end)`, UTF-16 units. */
export interface Phrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface MinorWords extends Phrase {
  /** Courtesy and grammar, which may go unanswered; else connectors that joined nothing, which are in `unmatched`. */
  readonly isFiller: boolean;
}

export interface Candidate {
  /** Of an item, a variant or a modifier. */
  readonly id: string;
  readonly title: string;
}

export interface Ambiguity {
  readonly phrase: Phrase;
  readonly candidates: readonly Candidate[];
}

export interface Question {
  readonly phrase: Phrase;
  readonly itemId: string;
  /** The group to choose from; null: which size. */
  readonly groupId: string | null;
  /** Group or item, as the menu calls it. */
  readonly title: string;
  readonly options: readonly Candidate[];
}

export interface Inquiry {
  /** Whether it is to be had, what it costs, what was ordered so far, or what something is like or comes with. */
  readonly about: 'HAVE' | 'PRICE' | 'ORDER' | 'DETAILS';
  readonly phrase: Phrase;
  /** What the words may mean, orderable or not; empty: nothing on the menu. */
  readonly answers: readonly InquiryAnswer[];
}

export interface InquiryAnswer extends Candidate {
  /** Of an item with sizes: of each of them, in the menu's order. Minor units. */
  readonly prices: readonly { readonly label: string | null; readonly amount: number }[];
  readonly available: boolean;
  /** About DETAILS of an item: whether it is so, by its tags, allergens and what comes with it. Null: the menu does not say. */
  readonly isSo: boolean | null;
}

export interface Allergy {
  readonly phrase: Phrase;
  /** Null: none of the fourteen that menus declare. */
  readonly allergen: Allergen | null;
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
  | 'AMBIGUOUS'
  | 'NOT_IN_CART'
  | 'MODEL_FAILED';
