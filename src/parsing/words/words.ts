/**
 * What the parser knows of one language besides the menu. Everything is written folded: lower case, no accents,
 * no apostrophes (`dont`), words of a phrase separated by one space. A longer phrase beats a shorter one.
 */
export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Count as one, but may also stand before anything: "with a lemon slice". */
  readonly articles: readonly string[];
  /** Between a number and what is counted, or before the number: "2 x", "x2". */
  readonly times: readonly string[];
  readonly and: readonly string[];
  /** Joins what is left out ("no onions or pickles"); between items it is a question for the guest. */
  readonly or: readonly string[];
  readonly adding: readonly string[];
  readonly removing: readonly string[];
  /** Stand after what is left out: "onion free". */
  readonly removingAfter: readonly string[];
  /** What follows goes to the kitchen with every line: "allergic to". */
  readonly warning: readonly string[];
  readonly warningAfter: readonly string[];
  /** How much of a modifier. The plain ones say no more than adding it does. */
  readonly amounts: Readonly<Record<string, 'plain' | 'double' | 'less'>>;
  /** Point at one, or at what is left, of several just ordered. */
  readonly others: Readonly<Record<string, 'one' | 'rest'>>;
  /** Point at everything just ordered. */
  readonly every: Readonly<Record<string, 'both' | 'all'>>;
  /** Courtesy and grammar: may go unanswered without the guest missing anything. */
  readonly quiet: readonly string[];
  /** May be left out of a name: "steak (and) cheese". */
  readonly optional: readonly string[];
  /** Describe a dish but never name one by themselves. */
  readonly describing: readonly string[];
  /** Ordinary words that are not a slip for a similar one on the menu. */
  readonly neverTypos: readonly string[];
  /** Each row is one size, in all the ways it is said. */
  readonly sizes: readonly (readonly string[])[];
  /** Ending, replacement, and an ending that is left alone; applied in order to menu and text alike. */
  readonly endings: readonly (readonly [ending: string, replacement: string, unless?: string])[];
}
