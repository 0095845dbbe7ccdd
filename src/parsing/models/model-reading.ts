import type { LineChoice, ParsedLine } from '../order-parser.ts';
import type { Place } from './stretches.ts';

/** What a model made of a text, checked against the menu. */
export interface ModelReading {
  readonly lines: readonly ModelLine[];
  /** What becomes of lines of the cart. */
  readonly changes: readonly ModelChange[];
  /** What it says it did not understand. */
  readonly notUnderstood: readonly Place[];
}

export interface ModelLine extends ParsedLine {
  /** The guest's words for the line itself, without those for its modifiers. */
  readonly said: Place;
  /** Of each of `choices`, and of the note. */
  readonly saidOfChoices: readonly Place[];
  readonly saidOfNote: Place | null;
}

export interface ModelChange {
  readonly lineId: string;
  readonly itemId: string;
  /** Null: it goes. */
  readonly line: LineChoice | null;
  readonly said: Place;
  readonly saidOfChoices: readonly Place[];
}
