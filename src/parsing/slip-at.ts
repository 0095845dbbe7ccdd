import type { MenuIndex } from './menu-index.ts';
import { nameAt } from './name-at.ts';
import type { NumberSpan, Span } from './span.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

const mostNames = 3;

/** "to large pizzas", as speech recognition writes "two": before something in the plural, where nothing before it wants the word. */
export function slipAt(
  tokens: readonly Token[],
  stems: readonly string[],
  at: number,
  before: Span | undefined,
  index: MenuIndex,
  words: Words,
): NumberSpan | null {
  const word = tokens[at]!.word;
  if (!Object.hasOwn(words.slips, word) || before?.kind === 'name' || before?.kind === 'number') return null;
  for (let next = at + 1, names = 0; names < mostNames && tokens[next]?.pause === 'none'; names++) {
    const name = nameAt(tokens, stems, next, 0, index);
    if (!name) return null;
    const last = name.to - 1;
    const isPlural =
      tokens[last]!.word !== stems[last] && tokens[last]!.word.startsWith(stems[last]!.slice(0, -1));
    if (name.items.length > 0 && name.itemGrade === 'full') {
      const value = words.slips[word]!;
      return isPlural
        ? { kind: 'number', value, isArticle: false, isTimes: false, from: at, to: at + 1 }
        : null;
    }
    next = name.to;
  }
  return null;
}
