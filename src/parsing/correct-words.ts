import type { MenuIndex } from './menu-index.ts';
import type { PhraseBook } from './phrase-book.ts';
import { stem } from './stem.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

export interface Meant {
  readonly stem: string;
  readonly isCorrected: boolean;
}

/** What each token was meant to be. A word that is said again is looked for once. */
export function correctWords(
  written: readonly Token[],
  index: MenuIndex,
  book: PhraseBook,
  words: Words,
): { tokens: Token[]; meant: Meant[] } {
  const heard = new Map<string, Meant & { readonly word: string }>();
  const hear = (said: string) => {
    const known = heard.get(said);
    if (known) return known;
    const word = denied(said, index, book, words);
    const one = { word, ...corrected(word, index, book, words) };
    heard.set(said, one);
    return one;
  };
  const meant = written.map(({ word }) => hear(word));
  const tokens = written.map((token, at) =>
    token.word === meant[at]!.word ? token : { ...token, word: meant[at]!.word },
  );
  return { tokens, meant };
}

/** "wihtout" is "without": what it leaves off must not be ordered. */
function denied(word: string, index: MenuIndex, book: PhraseBook, words: Words): string {
  if (word.length < 5 || book.singleWords.has(word) || index.spellings.has(word)) return word;
  if (index.vocabulary.has(stem(word, words))) return word;
  return book.denying.closest(word, Math.min(word.length, mostLetters)) ?? word;
}

/** Up to which a word may have one slip and not two. */
const mostLetters = 7;

/** Misspelt words become the menu word they are nearest to; the language's own words never do. */
function corrected(word: string, index: MenuIndex, book: PhraseBook, words: Words): Meant {
  const stemmed = stem(word, words);
  if (index.vocabulary.has(stemmed) || book.singleWords.has(word) || book.singleWords.has(stemmed))
    return { stem: stemmed, isCorrected: false };
  const near = index.vocabulary.closest(stemmed, word.length);
  if (near !== null) return { stem: near, isCorrected: true };
  // "fires" is nearer to "fries" than their stems are to each other.
  const written = index.spellings.closest(word, word.length);
  return { stem: written === null ? stemmed : stem(written, words), isCorrected: written !== null };
}
