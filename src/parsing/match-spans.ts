import { correctWords, type Meant } from './correct-words.ts';
import type { FoodBook } from './food-book.ts';
import type { MenuIndex } from './menu-index.ts';
import { nameAt } from './name-at.ts';
import type { PhraseBook } from './phrase-book.ts';
import { putBefore } from './put-before.ts';
import { settleSizes } from './settle-sizes.ts';
import { settleUnable } from './settle-unable.ts';
import { slipAt } from './slip-at.ts';
import type { NameSpan, NumberSpan, Span } from './span.ts';
import type { Token } from './token.ts';
import { verbsFirst } from './verbs-first.ts';
import type { Words } from './words/words.ts';

/** Cuts the tokens into spans without gaps: the longest phrase wins, and of two equally long the language's own words. */
export function matchSpans(
  written: readonly Token[],
  index: MenuIndex,
  book: PhraseBook,
  words: Words,
  food: FoodBook,
): Span[] {
  const { tokens, meant } = correctWords(written, index, book, words);
  const stems = meant.map(({ stem }) => stem);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const word =
      slipAt(tokens, stems, at, spans.at(-1), index, words) ??
      numberAt(tokens, at, book, index) ??
      phraseAt(tokens, at, book);
    const name = lessSure(
      nameAt(tokens, stems, at, word?.kind === 'amount' ? word.to - at : 0, index),
      meant,
    );
    const span = (isForm(tokens, stems, at, spans.at(-1), name, food)
      ? ({ kind: 'group', from: at, to: at + 1 } as const)
      : null) ??
      longer(name, word, { token: tokens[at]!, before: spans.at(-1) }) ??
      shared(tokens, stems, at, index, book) ?? {
        kind: index.groupWords.has(stems[at]!) ? 'group' : 'unknown',
        from: at,
        to: at + 1,
      };
    spans.push(span);
    at = span.to;
  }
  const settled = settleSizes(spans, tokens, stems, index, words.measures);
  const pauses = settled.map(({ from }) => tokens[from]!.pause);
  const sure = settleUnable(settled, stems, pauses, food);
  return words.after ? putBefore(verbsFirst(sure, tokens, words), tokens, words) : sure;
}

/** "chipotle sauce", where the menu only says chipotle. */
function isForm(
  tokens: readonly Token[],
  stems: readonly string[],
  at: number,
  before: Span | undefined,
  name: NameSpan | null,
  food: FoodBook,
): boolean {
  if (before?.kind !== 'name' || tokens[at]!.pause !== 'none' || !food.forms.has(stems[at]!)) return false;
  return name === null || (name.to === at + 1 && name.itemGrade !== 'full' && name.modifierGrade !== 'full');
}

/** "black and pinto beans": the first of them without its last word. */
function shared(
  tokens: readonly Token[],
  stems: readonly string[],
  at: number,
  index: MenuIndex,
  book: PhraseBook,
): NameSpan | null {
  const joint = tokens[at + 1] && phraseAt(tokens, at + 1, book);
  if (joint?.kind !== 'and' && joint?.kind !== 'or') return null;
  if (tokens[at + 1]!.pause !== 'none' || tokens[joint.to]?.pause !== 'none') return null;
  const other = nameAt(tokens, stems, joint.to, 0, index);
  if (!other || other.to - other.from < 2) return null;
  const pair = [tokens[at]!, tokens[other.to - 1]!] as const;
  const stemsOfPair = [stems[at]!, stems[other.to - 1]!];
  const named = nameAt(pair, stemsOfPair, 0, 0, index);
  return named?.to === 2 ? { ...named, from: at, to: at + 1 } : null;
}

function longer(
  name: NameSpan | null,
  word: Span | null,
  { token, before }: { readonly token: Token; readonly before: Span | undefined },
): Span | null {
  if (!name || !word) return name ?? word;
  // "Un te" and "quiero té": what is counted or has its accent is no courtesy.
  const isMeant = before?.kind === 'number' || token.isMarked;
  if (word.kind === 'quiet' && name.to === word.to && name.items.length > 0 && isMeant) return name;
  // A menu that sells bowls means one of them by "bowl", and by "a can of" the can.
  const isContainer =
    word.kind === 'aside' &&
    name.kind === 'name' &&
    (word.to - word.from === 1 || name.isSize || name.modifierGrade === 'full');
  return name.to > word.to || isContainer ? name : word;
}

function lessSure(name: NameSpan | null, meant: readonly Meant[]): NameSpan | null {
  const isCorrected = name !== null && meant.slice(name.from, name.to).some((word) => word.isCorrected);
  return isCorrected ? { ...name, confidence: name.confidence * 0.8 } : name;
}

function phraseAt(tokens: readonly Token[], at: number, book: PhraseBook): Span | null {
  let phrase = '';
  let found: Span | null = null;
  for (let to = at; to < Math.min(tokens.length, at + book.longest); to++) {
    const token = tokens[to]!;
    if (to > at && token.pause !== 'none') break;
    phrase = to === at ? token.word : `${phrase} ${token.word}`;
    found = book.spans.get(phrase)?.({ from: at, to: to + 1 }) ?? found;
    if (!book.beginnings.has(phrase)) break;
  }
  return found;
}

/** "12", "1,000", "twenty one", "2 x", "x 2". */
function numberAt(
  tokens: readonly Token[],
  at: number,
  book: PhraseBook,
  index: MenuIndex,
): NumberSpan | null {
  const plain = plainNumberAt(tokens, at, book);
  if (plain) {
    const next = tokens[plain.to];
    const isCounted =
      next !== undefined && next.pause === 'none' && isTimes(next, book) && !index.sizes.has(next.word);
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
    return dozens(
      { kind: 'number', value, isArticle: false, isTimes: false, from: at, to: at + 1 },
      tokens,
      book,
    );
  }
  const span = phraseAt(tokens, at, book);
  if (span?.kind !== 'number') return null;
  if (span.value > 1 && span.value < 12) return dozens(span, tokens, book);
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

function dozens(count: NumberSpan, tokens: readonly Token[], book: PhraseBook): NumberSpan {
  const next = tokens[count.to];
  const isSo = next?.pause === 'none' && book.dozens.has(next.word);
  return isSo ? { ...count, value: count.value * 12, to: count.to + 1 } : count;
}

function isTimes(token: Token, book: PhraseBook): boolean {
  return book.spans.get(token.word)?.({ from: 0, to: 1 }).kind === 'times';
}
