import type { LineChoice } from './order-parser.ts';

/** What further words may be about. Kept with the cart, so that any process can go on with it. */
export interface Conversation {
  /** The cart's lines, oldest first. */
  readonly lines: readonly ConversationLine[];
  /** Ids of the lines that the last words were about: "make that a large". */
  readonly about: readonly string[];
}

/** Its choices are those that words made; a cart does not keep them. */
export interface ConversationLine extends LineChoice {
  readonly id: string;
}
