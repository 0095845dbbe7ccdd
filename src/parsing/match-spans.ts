import type { MenuIndex } from './menu-index.ts';
import { nameAt } from './name-at.ts';
import type { PhraseBook } from './phrase-book.ts';
import type { NumberSpan, Span } from './span.ts';
import { stem } from './stem.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

/** Cuts the tokens into spans without gaps: the longest phrase wins, and of two equally long the language's own words. */
export function matchSpans(
  tokens: readonly Token[],
  index: MenuIndex,
  book: PhraseBook,
  words: Words,
): Span[] {
  const stems = tokens.map((token) => corrected(token, index, book, words));
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const word = numberAt(tokens, at, book) ?? phraseAt(tokens, at, book);
    const name = nameAt(tokens, stems, at, word?.kind === 'amount' ? word.to - at : 0, index);
    const span = longer(name, word) ?? { kind: 'unknown', from: at, to: at + 1 };
    spans.push(span);
    at = span.to;
  }
  return spans;
}

function longer(name: Span | null, word: Span | null): Span | null {
  return name && (!word || name.to > word.to) ? name : word;
}

/** Misspelt words become the menu word they are nearest to; the language's own words never do. */
function corrected(token: Token, index: MenuIndex, book: PhraseBook, words: Words): string {
  const stemmed = stem(token.word, words);
  if (index.vocabulary.has(stemmed) || book.singleWords.has(token.word)) return stemmed;
  return index.vocabulary.closest(stemmed, token.word.length) ?? stemmed;
}

function phraseAt(tokens: readonly Token[], at: number, book: PhraseBook): Span | null {
  let phrase = '';
  let found: Span | null = null;
  for (let to = at; to < Math.min(tokens.length, at + book.longest); to++) {
    const token = tokens[to]!;
    if (to > at && token.pause !== 'none') break;
    phrase = to === at ? token.word : `${phrase} ${token.word}`;
    found = book.spans.get(phrase)?.({ from: at, to: to + 1 }) ?? found;
  }
  return found;
}

/** "12", "1,000", "twenty one", "2 x", "x 2". */
function numberAt(tokens: readonly Token[], at: number, book: PhraseBook): NumberSpan | null {
  const plain = plainNumberAt(tokens, at, book);
  if (plain) {
    const next = tokens[plain.to];
    const isCounted = next !== undefined && next.pause === 'none' && isTimes(next, book);
    return isCounted && !plain.isArticle ? { ...plain, to: plain.to + 1 } : plain;
  }
  if (!isTimes(tokens[at]!, book) || tokens[at + 1]?.pause !== 'none') return null;
  const counted = plainNumberAt(tokens, at + 1, book);
  return counted && !counted.isArticle ? { ...counted, from: at, isTimes: true } : null;
}

function plainNumberAt(tokens: readonly Token[], at: number, book: PhraseBook): NumberSpan | null {
  const token = tokens[at]!;
  if (/^\d[\d,]*$/.test(token.word)) {
    const value = Number(token.word.replaceAll(',', ''));
    return { kind: 'number', value, isArticle: false, isTimes: false, from: at, to: at + 1 };
  }
  const span = phraseAt(tokens, at, book);
  if (span?.kind !== 'number') return null;
  const unit =
    span.value >= 20 && span.value < 100 && tokens[span.to] ? phraseAt(tokens, span.to, book) : null;
  const isCompound =
    unit?.kind === 'number' &&
    !unit.isArticle &&
    unit.value > 0 &&
    unit.value < 10 &&
    tokens[span.to]!.pause === 'none';
  return isCompound && span.value % 10 === 0
    ? { ...span, value: span.value + unit.value, to: unit.to }
    : span;
}

function isTimes(token: Token, book: PhraseBook): boolean {
  return book.spans.get(token.word)?.({ from: 0, to: 1 }).kind === 'times';
}
