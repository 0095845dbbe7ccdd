/** A word, number or sign of the text. `start` and `end` are UTF-16 units of the text as it was given. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The punctuation before it: a comma or bracket is soft; a new line, semicolon, `!` or `?` is hard. */
  readonly pause: 'none' | 'soft' | 'hard';
  /** Written with an accent or another mark that its word is without: "té" is tea, where "te" is hardly a word. */
  readonly isMarked: boolean;
  /** "burger - onions": a list, or left off. */
  readonly isDashed: boolean;
}
