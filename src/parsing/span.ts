import type { IndexedItem } from './menu-index.ts';

/** Tokens from (inclusive) to (exclusive), by number. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Tokens that mean something together. */
export type Span =
  | AskingSpan
  | ChangingSpan
  | OntoSpan
  | NumberSpan
  | NameSpan
  | WordSpan
  | QuietSpan
  | WarningSpan
  | RemovingSpan
  | CorrectingSpan
  | AsideSpan
  | OthersSpan
  | EverySpan
  | AmountSpan
  | SwappingSpan;

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
  /** As it is written, and by its stems: keys of the index. */
  readonly spelling: string;
  readonly key: string;
  /** "Extra cheese" may be a modifier, or more of "cheese". */
  readonly keyWithoutAmount: string | null;
  /** 0..1: less for words in need of correction, parts of names and other words for them. */
  readonly confidence: number;
  /** The best candidates only: all of them full names, or all partial. */
  readonly items: readonly IndexedItem[];
  readonly itemGrade: 'full' | 'part' | null;
  readonly modifierGrade: 'full' | 'part' | null;
  readonly isSize: boolean;
}

export interface OthersSpan extends Stretch {
  readonly kind: 'others';
  /** Null: only a line that there is can be meant. */
  readonly which: 'one' | 'rest' | null;
  /** "Another": one more than there is. */
  readonly isMore: boolean;
  /** "The second", counted from 1; "the last" is -1. */
  readonly nth: number | null;
}

export interface EverySpan extends Stretch {
  readonly kind: 'every';
  readonly which: 'both' | 'all';
}

export interface AmountSpan extends Stretch {
  readonly kind: 'amount';
  readonly amount: 'plain' | 'double' | 'less' | 'half';
  /** "Double", where something on the menu comes in single and double. */
  readonly asSize: NameSpan | null;
  /** "Fewer": of what was ordered. */
  readonly isFewer: boolean;
  /** Whether the language says it after what there is more of, before it, or either way. */
  readonly isAfter: boolean;
  readonly isBefore: boolean;
}

export interface AskingSpan extends Stretch {
  readonly kind: 'asking';
  readonly about: 'have' | 'price' | 'order' | 'details';
  /** Nothing is missed where it asked nothing. */
  readonly isQuiet: boolean;
  /** It ends what it asks about: "is vegetarian". */
  readonly isAfter?: boolean;
}

export interface ChangingSpan extends Stretch {
  readonly kind: 'changing';
  /** What is changed: the last, all of the last words, or what is named next. */
  readonly which: 'one' | 'all' | 'named';
}

/** Stands between what goes and what comes, or after both: "coke's place in lemonade", "coke to lemonade change". */
export interface SwappingSpan extends Stretch {
  readonly kind: 'swapping';
  readonly which: 'between' | 'last';
  /** It does so with a number only: "コーラを三つにして". */
  readonly isCount: boolean;
  /** What the words mean where nothing is swapped. */
  readonly otherwise: Span;
}

/** "on the" */
export interface OntoSpan extends Stretch {
  readonly kind: 'onto';
  readonly isOff: boolean;
}

export interface QuietSpan extends Stretch {
  readonly kind: 'quiet';
  /** "The" */
  readonly isDefinite?: boolean;
  /** "I'd like": an order begins with it. */
  readonly isRequest?: boolean;
  /** "Hi", "and so": nothing has been said yet. */
  readonly isOpening?: boolean;
}

export interface WarningSpan extends Stretch {
  readonly kind: 'warning';
  /** "Can't have": what comes with the dish is left off as well. */
  readonly isAlsoOff?: boolean;
}

export interface RemovingSpan extends Stretch {
  readonly kind: 'removing';
  /** "Remove", and not "no": all that is listed after it goes. */
  readonly isVerb?: boolean;
}

export interface CorrectingSpan extends Stretch {
  readonly kind: 'correcting';
  /** "Just" */
  readonly isOnly?: boolean;
}

/** "A side of", "on the side": what it stands beside is had for itself. */
export interface AsideSpan extends Stretch {
  readonly kind: 'aside';
  /** "A glass of" */
  readonly isMeasure?: boolean;
}

export interface WordSpan extends Stretch {
  readonly kind:
    | 'and'
    | 'or'
    | 'adding'
    | 'removingAfter'
    | 'addingAfter'
    /** What was left out or added has all been named. Of no width. */
    | 'end'
    | 'warningAfter'
    /** "Coeliac": says by itself what somebody may not have. */
    | 'ailment'
    /** "Can't have": until it is known what follows. */
    | 'unable'
    /** "Don't remove" */
    | 'keeping'
    /** Where to bring it. */
    | 'addressing'
    | 'recalling'
    | 'address'
    | 'tale'
    | 'keepingAfter'
    | 'times'
    /** Names a group of choices and none of them: "toppings". */
    | 'group'
    | 'replacing'
    | 'by'
    | 'instead'
    | 'again'
    | 'undoing'
    | 'clearing'
    /** A question, whole. */
    | 'inquiry'
    | 'unknown';
}
