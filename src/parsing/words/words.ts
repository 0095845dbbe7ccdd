/**
 * What the parser knows of one language besides the menu. Everything is written folded: lower case, no accents,
 * no apostrophes (`dont`), words of a phrase separated by one space. A longer phrase beats a shorter one.
 */
export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Twelve, or as many times twelve as the number before them says: "2 dozen". */
  readonly dozens: readonly string[];
  /** Count as one, but may also stand before anything: "with a lemon slice". */
  readonly articles: readonly string[];
  /** Between a number and what is counted, or before the number: "2 x", "x2". */
  readonly times: readonly string[];
  readonly and: readonly string[];
  /** Joins what is left out ("no onions or pickles"); between items it is a question for the guest. */
  readonly or: readonly string[];
  readonly adding: readonly string[];
  readonly removing: readonly string[];
  /** Those of them that are verbs: "remove". All that is listed after one goes. */
  readonly cancelling: readonly string[];
  /** Stand after what is left out: "onion free". */
  readonly removingAfter: readonly string[];
  /** What follows goes to the kitchen with every line: "allergic to". */
  readonly warning: readonly string[];
  readonly warningAfter: readonly string[];
  /** Say by themselves what somebody may not have: "coeliac". */
  readonly ailment: readonly string[];
  /** Leave off what follows, and warn of it where it is an allergen: "can't have". */
  readonly unable: readonly string[];
  /** How much of a modifier: extra, a lot, a little, or on one half. */
  readonly amounts: Readonly<Record<string, 'plain' | 'double' | 'less' | 'half'>>;
  /** Those of them that, said of what was ordered, mean less of it: "fewer cokes". */
  readonly fewer: readonly string[];
  /** Point at one, or at what is left, of several just ordered. */
  readonly others: Readonly<Record<string, 'one' | 'rest'>>;
  /** Those of them that ask for one more than there is: "another". */
  readonly another: readonly string[];
  /** Tell which of the lines: 1 the first, -1 the last. */
  readonly ordinals: Readonly<Record<string, number>>;
  /** Point at everything just ordered. */
  readonly every: Readonly<Record<string, 'both' | 'all'>>;
  /** What things come in, singular and plural: "bottles", "glass", "slice". What is said to come in one is had for itself. */
  readonly measures: readonly string[];
  /** Joins a measure to what it holds: "of". Empty where nothing does. */
  readonly of: readonly string[];
  /** Say that what stands before or after is had for itself: "a side of", "on the side". */
  readonly aside: readonly string[];
  /** Begin a change: of what was ordered last ("make that"), of all of it ("make them"), or of what is named next ("make the coke …"). */
  readonly changing: Readonly<Record<string, 'one' | 'all' | 'named'>>;
  /** Say that what follows was meant before: "actually". */
  readonly correcting: readonly string[];
  /** Say that what follows stays as it is: "don't remove". What comes with a dish stays on it; a dish is not ordered once more. */
  readonly keeping: readonly string[];
  /** Of what follows nothing else of its sort: "with only cheese". Elsewhere they correct. */
  readonly only: readonly string[];
  /** Before an address, which orders nothing whatever it is called. */
  readonly addressing: readonly string[];
  /** End the name of a street: "22 Coke Street". */
  readonly streets: readonly string[];
  /** Begin to tell of what was once had or ordered: "I ate". */
  readonly recalling: readonly string[];
  /** Between a dish and what is told of it: "the burger was cold". */
  readonly telling: readonly string[];
  /** What is told of a dish that is wanted: "water is fine". */
  readonly accepting: readonly string[];
  /** Begin putting one thing in another's place: "replace", "swap". */
  readonly replacing: readonly string[];
  /** Between what goes and what comes: "with", "for". */
  readonly by: readonly string[];
  /** Stand after what comes: "a sprite instead". */
  readonly instead: readonly string[];
  /** Ask for what was ordered once more: "same again". */
  readonly again: readonly string[];
  /** Take back what was said last: "scratch that". */
  readonly undoing: readonly string[];
  /** Empty the cart: "start over". */
  readonly clearing: readonly string[];
  /** Before something in the cart that what was just said is about: "extra cheese on the burger". */
  readonly onto: readonly string[];
  /** The same for what it shall come without: "take the onions off the burger". */
  readonly off: readonly string[];
  /**
   * Begin questions: whether something is to be had, what it costs, what was said or ordered, and what something is like or comes
   * with ("is the"). The last begin one only where a clause begins, and are courtesy elsewhere.
   */
  readonly asking: Readonly<Record<string, 'have' | 'price' | 'order' | 'details'>>;
  /** Before what is known already: "the", "my". All their words are quiet ones. */
  readonly definite: readonly string[];
  /** Stand before a clause and are no part of it: "hi", "um". All their words are quiet ones. */
  readonly opening: readonly string[];
  /** Begin an order after a question or something taken back: "I'd like". All their words are quiet ones. */
  readonly requesting: readonly string[];
  /** What speech recognition writes for a number: "to large pizzas". Read so only right before something in the plural. */
  readonly slips: Readonly<Record<string, number>>;
  /**
   * Fillers, which are courtesy, grammar, and the commonest of the connectors above: may go unanswered without the guest missing
   * anything, by themselves and in a row. At most 150 different words; none is a number or something to eat, and none holds a negation.
   */
  readonly quiet: readonly string[];
  /** "No thanks": changes nothing, and is no filler, since it may be about something. */
  readonly declining: readonly string[];
  /** May be left out of a name: "steak (and) cheese". */
  readonly optional: readonly string[];
  /** Describe a dish but never name one by themselves. */
  readonly describing: readonly string[];
  /** Say that a dish is the ordinary one of its sort: "bottled water" is what "water" means. */
  readonly plain: readonly string[];
  /** Ordinary words that are not a slip for a similar one on the menu. */
  readonly neverTypos: readonly string[];
  /** Each row is one size, in all the ways it is said. */
  readonly sizes: readonly (readonly string[])[];
  /** Ending, replacement, and an ending that is left alone; applied in order to menu and text alike. */
  readonly endings: readonly (readonly [ending: string, replacement: string, unless?: string])[];
  /** Letters that are typed in two ways: "Kaese". Replaced before the endings are. */
  readonly spellings?: readonly (readonly [letters: string, replacement: string])[];
  /** Left off a name's words: "ال". */
  readonly beginnings?: readonly string[];
  readonly writing?: Writing;
  readonly after?: After;
}

/** How words stand together, where it is not simply with spaces between them. */
export interface Writing {
  /** Without spaces: words are found by being known. */
  readonly isUnspaced?: boolean;
  /** Written in one with the word that follows: "وكولا". */
  readonly prefixes?: readonly string[];
  /** Stand before an apostrophe: "l'eau". */
  readonly elided?: readonly string[];
  /** Two names may make one word: "Käsepizza". */
  readonly hasCompounds?: boolean;
}

/** What a language says after what it is about, where English says it before. */
export interface After {
  /** "チェダーチーズ追加" */
  readonly adding: readonly string[];
  /** "queso extra" */
  readonly amounts: Words['amounts'];
  /** "コーラ二つ": a number right after a name counts it, unless the name has its number already or one of these comes next. */
  readonly counts?: { readonly unlessBefore: readonly string[] };
  /** "ラザニアはいくらですか": any question may end what it asks about. */
  readonly asks?: boolean;
  /** These do: "es vegetariana". */
  readonly asking?: Words['asking'];
  /** Between what goes and what comes ("コーラの代わりにレモネード"), or after both ("コーラをレモネードに変えて"). */
  readonly swapping?: {
    readonly between?: readonly string[];
    readonly last?: readonly string[];
    /** Only with a number: "コーラを三つにして". */
    readonly count?: readonly string[];
  };
  /** "コーラを取り消さないで" */
  readonly keeping?: readonly string[];
  /** After a dish that something is added to or left off: "マルゲリータにきのこを追加". */
  readonly onto?: readonly string[];
}

type Needed =
  | 'language'
  | 'numbers'
  | 'articles'
  | 'times'
  | 'and'
  | 'or'
  | 'adding'
  | 'removing'
  | 'amounts'
  | 'measures'
  | 'of'
  | 'quiet'
  | 'optional'
  | 'describing'
  | 'plain'
  | 'sizes'
  | 'endings';

/** Words as a language's file has them: as people write them, without what it has no words for. */
export type SomeWords = Pick<Words, Needed> & Partial<Words>;
