import type { Span, Stretch } from './span.ts';
import type { Words } from './words/words.ts';

/** A language's words by phrase, each making the span it stands for. */
export interface PhraseBook {
  readonly spans: ReadonlyMap<string, (place: Stretch) => Span>;
  readonly singleWords: ReadonlySet<string>;
  /** Words in the longest phrase. */
  readonly longest: number;
}

export function phraseBook(words: Words): PhraseBook {
  const spans = new Map<string, (place: Stretch) => Span>();
  for (const kind of [
    'quiet',
    'times',
    'or',
    'and',
    'adding',
    'removing',
    'removingAfter',
    'warning',
    'warningAfter',
  ] as const) {
    for (const phrase of words[kind]) spans.set(phrase, (place) => ({ kind, ...place }));
  }
  for (const [phrase, amount] of Object.entries(words.amounts)) {
    spans.set(phrase, (place) => ({ kind: 'amount', amount, ...place }));
  }
  for (const [phrase, which] of Object.entries(words.others))
    spans.set(phrase, (place) => ({ kind: 'others', which, ...place }));
  for (const [phrase, which] of Object.entries(words.every))
    spans.set(phrase, (place) => ({ kind: 'every', which, ...place }));
  for (const [phrase, value] of Object.entries(words.numbers)) {
    spans.set(phrase, (place) => ({ kind: 'number', value, isArticle: false, isTimes: false, ...place }));
  }
  for (const phrase of words.articles) {
    spans.set(phrase, (place) => ({ kind: 'number', value: 1, isArticle: true, isTimes: false, ...place }));
  }
  const phrases = [...spans.keys()].map((phrase) => phrase.split(' '));
  return {
    spans,
    singleWords: new Set([...phrases.flat(), ...words.neverTypos]),
    longest: Math.max(...phrases.map((phrase) => phrase.length)),
  };
}
