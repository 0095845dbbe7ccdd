import { stem } from './stem.ts';
import { tokenise } from './tokenise.ts';
import type { Words } from './words/words.ts';

/** `full`: the name itself, give or take an "and", its kind ("pizza") or what stands in brackets. `part`: some of its words. */
export type Grade = 'full' | 'part';

/** A key is a phrase's stems run together, so that "cheeseburgers" is "cheese burger". */
export type Keys = ReadonlyMap<string, Grade>;

const mostWords = 6;

/** Every phrase by which a guest may mean a name. `kinds` are words its category adds: "margherita pizza". */
export function keysOf(title: string, words: Words, kinds: readonly string[] = []): Map<string, Grade> {
  const keys = new Map<string, Grade>();
  const all = wordsOf(title, words);
  const needed = new Set(
    wordsOf(title.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '), words).filter(
      (word) => !isOptional(word, words) && !kinds.includes(word),
    ),
  );
  const put = (key: string, grade: Grade) => {
    if (key && (grade === 'full' || !keys.has(key))) keys.set(key, grade);
  };
  for (const phrase of phrasesIn(all)) {
    if (phrase.length < all.length && (isOptional(phrase[0]!, words) || isOptional(phrase.at(-1)!, words)))
      continue;
    const isFull =
      phrase.length === all.length ||
      ([...needed].some((word) => canName(word, words)) &&
        [...needed].every((word) => phrase.includes(word)));
    const key = phrase.join('');
    if (isFull || phrase.some((word) => canName(word, words))) put(key, isFull ? 'full' : 'part');
    for (const kind of kinds) {
      if (all.includes(kind)) continue;
      put(key + kind, isFull ? 'full' : 'part');
      put(kind + key, isFull ? 'full' : 'part');
    }
  }
  return keys;
}

function wordsOf(title: string, words: Words): string[] {
  return tokenise(title).map((token) => stem(token.word, words));
}

/** In order, with gaps: "raspberry cookie" is a raspberry cheesecake cookie. Long names: without gaps, or there would be too many. */
function phrasesIn(all: readonly string[]): string[][] {
  const phrases: string[][] = [];
  if (all.length > mostWords) {
    for (let from = 0; from < all.length; from++) {
      for (let to = from + 1; to <= Math.min(all.length, from + mostWords); to++)
        phrases.push(all.slice(from, to));
    }
    phrases.push([...all]);
    return phrases;
  }
  for (let chosen = 1; chosen < 2 ** all.length; chosen++) {
    phrases.push(all.filter((_, place) => chosen & (1 << place)));
  }
  return phrases;
}

function isOptional(word: string, words: Words): boolean {
  return words.optional.includes(word);
}

function canName(word: string, words: Words): boolean {
  return word.length > 1 && !/^\d/.test(word) && !isOptional(word, words) && !words.describing.includes(word);
}
