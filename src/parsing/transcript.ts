import type { Wish } from './asked.ts';
import type { Phrase } from './order-parser.ts';
import type { Stretch } from './span.ts';
import type { Token } from './token.ts';
import { wordsOf } from './words-of.ts';

/** From tokens back to the guest's own words. */
export class Transcript {
  readonly text: string;
  readonly tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  phrase({ from, to }: Stretch): Phrase {
    const start = this.tokens[from]!.start;
    const end = this.tokens[to - 1]!.end;
    return { text: this.text.slice(start, end), start, end };
  }

  /** A wish as a note: "no peanuts", also where "no" was said only once for several. */
  wish(wish: Wish): string {
    return wish.note.map((part) => this.phrase(part).text).join(' ');
  }

  wordsOf(place: Stretch): string {
    return wordsOf(this.tokens, place);
  }

  /** From the first token to the last. */
  hull(stretches: readonly Stretch[]): Stretch {
    let { from, to } = stretches[0]!;
    for (const stretch of stretches) {
      from = Math.min(from, stretch.from);
      to = Math.max(to, stretch.to);
    }
    return { from, to };
  }
}
