/**
 * What was said to a cart and not understood, a list for each sentence, and the ids of what was added by hand after it: until the cart
 * is ordered or cleared.
 */
export type Heard = readonly (readonly HeardPhrase[] | string)[];

export interface HeardPhrase {
  /** In small letters without accents; a few words. */
  readonly phrase: string;
  /** The ids of what it may have meant; left out: nobody knows. */
  readonly among?: readonly string[];
}
