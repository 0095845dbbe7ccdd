import type { ConversationLine } from './conversation.ts';
import type { AmountSpan, NameSpan, NumberSpan, Span, Stretch } from './span.ts';

/** One line as it was spoken: words, not yet choices. */
export interface Asked {
  /** Null until its item is heard: "two large …". */
  name: NameSpan | null;
  /** It is in the cart already. */
  readonly existing: ConversationLine | null;
  /** It or that one: "a coke or a diet coke". */
  orElse: Asked | null;
  /** In whose place it came: it comes with what that came with, as far as it may. */
  insteadOf: Asked | null;
  /** What became of it: taken back, or its place taken by another. */
  fate: 'gone' | null;
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
  /** "On the side": for the kitchen to read. */
  readonly isAside: boolean;
  /** "Only": nothing else of its sort. */
  readonly only: Stretch | null;
  /** The words that make the note, should it become one: "no", "peanuts". */
  readonly note: readonly Stretch[];
  /** Every token of it. */
  readonly said: readonly Stretch[];
}

/** Everything that was asked, and what concerns every line. */
export interface AskedOrder {
  readonly asked: readonly Asked[];
  /** What the next words may be about. */
  readonly current: Asked | null;
  readonly warnings: readonly Wish[];
  /** Words about lines that there are none of: "remove the soup". */
  readonly absent: readonly Stretch[];
}

/** How far the reader has got. */
export interface Reading {
  readonly spans: readonly Span[];
  /** Whether punctuation stands before a span. */
  readonly pauses: readonly ('none' | 'soft' | 'hard')[];
  /** Which spans may stand between what goes and what comes: "with", "for". */
  readonly joins: readonly boolean[];
  /** Which spans stand after a dash. */
  readonly dashes: readonly boolean[];
  readonly asked: Asked[];
  readonly warnings: Wish[];
  readonly absent: Stretch[];
  /** Lines of the cart that the last words were about. */
  readonly about: readonly Asked[];
  /** False: nothing was kept of what they were about, and these are only the last. */
  readonly isAboutSure: boolean;
  /** "make that": what follows changes the line it is about. */
  changing: { readonly line: Asked; readonly said: Span; readonly was: string } | null;
  /** What was just removed, the span after it, and whether a verb did it: "remove the burger | and the coke". */
  removed: { readonly line: Asked | null; readonly to: number; readonly isVerb: boolean } | null;
  /** "replace": what goes, once it is known. */
  replacing: { line: Asked | null; readonly said: Span; count?: NumberSpan | null } | null;
  /** Something has just taken another's place: "… and the coke to a latte" may follow. */
  hasReplaced: boolean;
  /** "actually": an item said next that is one of these is that, said anew. */
  isCorrecting: boolean;
  /** Wishes since the last item, for "on the burger" to claim. */
  recent: { readonly line: Asked; wish: Wish }[];
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
  /** "With only …" */
  only: Stretch | null;
  /** An "or" among things left out. */
  or: Stretch | null;
  /** A number or article that belongs to the next wish. */
  lead: NumberSpan | null;
}
