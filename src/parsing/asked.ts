import type { AmountSpan, NameSpan, NumberSpan, Span, Stretch } from './span.ts';

/** One line as it was spoken: words, not yet choices. */
export interface Asked {
  /** Null until its item is heard: "two large …". */
  name: NameSpan | null;
  /** Null when no number was said. */
  count: number | null;
  readonly sizes: NameSpan[];
  readonly wishes: Wish[];
  /** "…, one without basil": some of these, with their wishes and more. */
  readonly partOf: Asked | null;
  /** Of which it is another, with the same size unless it says its own. */
  readonly like: Asked | null;
  /** How many its parts took. */
  taken: number;
  /** Every token that stands or falls with the line, wishes aside. */
  readonly said: Stretch[];
}

export interface Wish {
  readonly how: 'with' | 'without' | 'warning';
  /** What it may be on the menu, likeliest first; none for words that are not there. */
  readonly keys: readonly string[];
  readonly thing: Stretch;
  readonly amount: AmountSpan | null;
  readonly many: number;
  /** The words that make the note, should it become one: "no", "peanuts". */
  readonly note: readonly Stretch[];
  /** Every token of it. */
  readonly said: readonly Stretch[];
}

/** Everything that was asked, and what concerns every line. */
export interface AskedOrder {
  readonly asked: readonly Asked[];
  readonly warnings: readonly Wish[];
}

/** How far the reader has got. */
export interface Reading {
  readonly spans: readonly Span[];
  /** Whether punctuation stands before a span. */
  readonly pauses: readonly ('none' | 'soft' | 'hard')[];
  readonly asked: Asked[];
  readonly warnings: Wish[];
  /** Begun, its item not yet heard. */
  open: Asked | null;
  /** Sizes whose item comes later: "a large and a small margherita". */
  readonly waiting: Asked[];
  /** The line that wishes go to. */
  current: Asked | null;
  /** The lines they go to instead, after "both". */
  every: readonly Asked[] | null;
  mood: Wish['how'] | null;
  moodSpan: Span | null;
  /** Nothing was wished since the mood began. */
  isFresh: boolean;
  amount: AmountSpan | null;
  /** An "or" among things left out. */
  or: Stretch | null;
  /** A number or article that belongs to the next wish. */
  lead: NumberSpan | null;
}
