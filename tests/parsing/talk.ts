import { afterwards } from '../../src/parsing/afterwards.ts';
import type { Conversation } from '../../src/parsing/conversation.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import type { ParsedOrder } from '../../src/parsing/order-parser.ts';
import { slip } from './slip.ts';
import { smallMenu } from './small-menu.ts';

export const parser = inProcessParser();

export interface Heard extends ParsedOrder {
  /** As it stands once these words are done. */
  readonly cart: readonly string[];
  readonly left: readonly string[];
}

/** Says the sentences one after the other to a waiter of the small menu. */
export async function talk(sentences: readonly string[]): Promise<Heard[]> {
  let cart: Conversation = { lines: [], about: [] };
  let made = 0;
  const steps: Heard[] = [];
  for (const text of sentences) {
    const parsed = await parser.parse(text, smallMenu, cart);
    cart = afterwards(cart, parsed, () => `line ${++made}`);
    steps.push({
      ...parsed,
      cart: cart.lines.map(slip),
      left: parsed.unmatched.map((phrase) => phrase.text),
    });
  }
  return steps;
}

/** What was said, and the cart after it. */
export type Step = readonly [text: string, ...cart: string[]];

/** Conversations with the names of their tests. */
export function named(conversations: readonly (readonly Step[])[]) {
  return conversations.map((steps) => ({ steps, said: steps.map(([text]) => text).join(' / ') }));
}

/** What the sentences came to and what should have come of them: every one understood wholly. */
export async function outcome(steps: readonly Step[]) {
  const heard = await talk(steps.map(([text]) => text));
  return {
    heard: heard.map(({ cart, left }) => ({ cart, left })),
    wanted: steps.map(([, ...cart]) => ({ cart, left: [] })),
  };
}
