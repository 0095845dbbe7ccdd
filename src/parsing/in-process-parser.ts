import type { Menu } from '../menus/menu.ts';
import { chooseLines } from './choose-lines.ts';
import { groupSpans } from './group-spans.ts';
import { indexMenu } from './index-menu.ts';
import { leftOver } from './left-over.ts';
import { matchSpans } from './match-spans.ts';
import type { MenuIndex } from './menu-index.ts';
import type { OrderParser } from './order-parser.ts';
import { phraseBook } from './phrase-book.ts';
import { tokenise } from './tokenise.ts';
import { Transcript } from './transcript.ts';
import { en } from './words/en.ts';

/** Understands orders by rules alone: nothing leaves the process, nothing is learnt, the same text gives the same order. */
export function inProcessParser(): OrderParser {
  const engine = 'in-process';
  const words = en;
  const book = phraseBook(words);
  const indexes = new WeakMap<Menu, MenuIndex>();

  return {
    engine,
    async parse(text, menu) {
      const index = indexes.get(menu) ?? indexMenu(menu, words);
      indexes.set(menu, index);
      const tokens = tokenise(text);
      const spans = matchSpans(tokens, index, book, words);
      const transcript = new Transcript(text, tokens);
      const chosen = chooseLines(groupSpans(spans, tokens), transcript);
      const unmatched = leftOver(spans, chosen, transcript);
      return { lines: chosen.lines, unmatched, warnings: chosen.warnings, language: words.language, engine };
    },
  };
}
