import type { Span, Stretch } from './span.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Words } from './words/words.ts';

/** A language's words by phrase, each making the span it stands for. */
export interface PhraseBook {
  readonly spans: ReadonlyMap<string, (place: Stretch) => Span>;
  /** Every word in its phrases. */
  readonly words: ReadonlySet<string>;
  /** These, and words that are not misspelt ones. */
  readonly singleWords: ReadonlySet<string>;
  /** Words that leave off, take out or warn: what is missed when they are misspelt is dear. */
  readonly denying: Vocabulary;
  /** Whether nothing is missed when it goes unanswered. */
  readonly isFiller: (phrase: string) => boolean;
  /** Words between what goes and what comes. */
  readonly joins: ReadonlySet<string>;
  readonly dozens: ReadonlySet<string>;
  /** What longer phrases begin with. */
  readonly beginnings: ReadonlySet<string>;
  /** Words in the longest phrase. */
  readonly longest: number;
}

const plainKinds = [
  'quiet',
  'aside',
  'replacing',
  'correcting',
  'instead',
  'again',
  'undoing',
  'clearing',
  'times',
  'or',
  'and',
  'adding',
  'removing',
  'removingAfter',
  'warning',
  'warningAfter',
  'ailment',
  'unable',
  'keeping',
  'addressing',
  'recalling',
] as const;

/** Of a word that may be corrected to one that denies. */
const fewestLetters = 6;

export function phraseBook(words: Words): PhraseBook {
  const spans = new Map<string, (place: Stretch) => Span>();
  const isFiller = madeOf(new Set(words.quiet));
  for (const kind of plainKinds)
    for (const phrase of words[kind]) spans.set(phrase, (place) => ({ kind, ...place }));
  for (const phrase of words.only)
    spans.set(phrase, (place) => ({ kind: 'correcting', isOnly: true, ...place }));
  for (const phrase of words.cancelling)
    spans.set(phrase, (place) => ({ kind: 'removing', isVerb: true, ...place }));
  for (const phrase of words.definite)
    spans.set(phrase, (place) => ({ kind: 'quiet', isDefinite: true, ...place }));
  for (const phrase of words.opening)
    spans.set(phrase, (place) => ({ kind: 'quiet', isOpening: true, ...place }));
  for (const phrase of words.requesting)
    spans.set(phrase, (place) => ({ kind: 'quiet', isRequest: true, ...place }));
  for (const phrase of words.declining) spans.set(phrase, (place) => ({ kind: 'quiet', ...place }));
  for (const isOff of [false, true]) {
    for (const phrase of isOff ? words.off : words.onto)
      spans.set(phrase, (place) => ({ kind: 'onto', isOff, ...place }));
  }
  for (const measure of words.measures) {
    if (!spans.has(measure)) spans.set(measure, (place) => ({ kind: 'aside', isMeasure: true, ...place }));
    for (const of of words.of)
      spans.set(`${measure} ${of}`, (place) => ({ kind: 'aside', isMeasure: true, ...place }));
  }
  const after = words.after?.amounts ?? {};
  for (const [phrase, amount] of Object.entries({ ...words.amounts, ...after })) {
    const isAfter = Object.hasOwn(after, phrase);
    const isBefore = Object.hasOwn(words.amounts, phrase);
    const isFewer = words.fewer.includes(phrase);
    spans.set(phrase, (place) => ({
      kind: 'amount',
      amount,
      asSize: null,
      isFewer,
      isAfter,
      isBefore,
      ...place,
    }));
  }
  for (const phrase of words.after?.adding ?? [])
    spans.set(phrase, (place) => ({ kind: 'addingAfter', ...place }));
  for (const phrase of Object.keys({ ...words.others, ...words.ordinals })) {
    const which = words.others[phrase] ?? null;
    const nth = words.ordinals[phrase] ?? null;
    const isMore = words.another.includes(phrase);
    spans.set(phrase, (place) => ({ kind: 'others', which, nth, isMore, ...place }));
  }
  for (const [phrase, which] of Object.entries(words.every))
    spans.set(phrase, (place) => ({ kind: 'every', which, ...place }));
  for (const [phrase, which] of Object.entries(words.changing))
    spans.set(phrase, (place) => ({ kind: 'changing', which, ...place }));
  for (const [phrase, about] of Object.entries(words.asking))
    spans.set(phrase, (place) => ({ kind: 'asking', about, isQuiet: isFiller(phrase), ...place }));
  for (const [phrase, about] of Object.entries(words.after?.asking ?? {}))
    spans.set(phrase, (place) => ({
      kind: 'asking',
      about,
      isQuiet: isFiller(phrase),
      isAfter: true,
      ...place,
    }));
  for (const phrase of words.after?.keeping ?? [])
    spans.set(phrase, (place) => ({ kind: 'keepingAfter', ...place }));
  for (const role of ['between', 'last', 'count'] as const)
    for (const phrase of words.after?.swapping?.[role] ?? []) {
      const which = role === 'between' ? 'between' : 'last';
      const other = spans.get(phrase);
      spans.set(phrase, (place) => {
        const otherwise = other?.(place) ?? { kind: role === 'count' ? 'quiet' : 'unknown', ...place };
        return { kind: 'swapping', which, isCount: role === 'count', otherwise, ...place };
      });
    }
  for (const [phrase, value] of Object.entries(words.numbers)) {
    spans.set(phrase, (place) => ({ kind: 'number', value, isArticle: false, isTimes: false, ...place }));
  }
  for (const phrase of words.articles) {
    spans.set(phrase, (place) => ({ kind: 'number', value: 1, isArticle: true, isTimes: false, ...place }));
  }
  const denying = new Vocabulary();
  for (const word of [words.removing, words.warning, words.warningAfter].flat())
    if (word.length >= fewestLetters && !word.includes(' ')) denying.add(word);
  const phrases = [...spans.keys()].map((phrase) => phrase.split(' '));
  return {
    spans,
    denying,
    isFiller,
    joins: new Set(words.by),
    dozens: new Set(words.dozens),
    words: new Set(phrases.flat()),
    singleWords: new Set([...phrases.flat(), ...words.neverTypos]),
    beginnings: new Set(
      phrases.flatMap((phrase) => phrase.slice(1).map((_, at) => phrase.slice(0, at + 1).join(' '))),
    ),
    longest: Math.max(...phrases.map((phrase) => phrase.length)),
  };
}

/** Whether some of the phrases, one after the other, make a phrase. */
function madeOf(phrases: ReadonlySet<string>): (phrase: string) => boolean {
  return function isMade(phrase: string): boolean {
    if (phrases.has(phrase)) return true;
    for (let to = phrase.indexOf(' '); to > 0; to = phrase.indexOf(' ', to + 1))
      if (phrases.has(phrase.slice(0, to)) && isMade(phrase.slice(to + 1))) return true;
    return false;
  };
}
