import type { FoodBook } from './food-book.ts';
import { type Grade, grades } from './grades.ts';
import type { Language } from './language.ts';
import { spellingOf } from './spelling-of.ts';
import type { Words } from './words/words.ts';

/** A key is a phrase's stems run together, so that "cheeseburgers" is "cheese burger". */
export type Keys = ReadonlyMap<string, Grade>;

const mostWords = 6;

export interface Knowledge {
  readonly words: Words;
  readonly food: FoodBook;
  readonly read: Language['read'];
  /** Words that name a group of choices, and nothing in it. */
  readonly groupWords: ReadonlySet<string>;
}

/** Every phrase by which a guest may mean a name. `kinds` are words its category adds: "margherita pizza". */
export function keysOf(title: string, known: Knowledge, kinds: readonly string[] = []): Map<string, Grade> {
  const keys = new Map<string, Grade>();
  const put = (key: string, grade: Grade) => {
    if (key && grade > (keys.get(key) ?? 0)) keys.set(key, grade);
  };
  const all = known.read(title).stems;
  const outside = new Set(known.read(title.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')).stems);
  put(spellingOf(known.read(title)), grades.spelt);
  putPhrases(all, outside, known, kinds, put);
  for (const other of inOtherWords(all, known.food)) {
    putPhrases(other, new Set(other), known, kinds, (key, grade) =>
      put(key, grade >= grades.full ? grades.same : grades.part),
    );
  }
  return keys;
}

function putPhrases(
  all: readonly string[],
  outside: ReadonlySet<string>,
  known: Knowledge,
  categories: readonly string[],
  put: (key: string, grade: Grade) => void,
): void {
  const { words, food } = known;
  const own = kindsOf(withoutPlainEnd(all, known), food);
  const kinds = [...new Set([...categories, ...own])];
  const needed = new Set([...outside].filter((word) => !isOptional(word, words) && !kinds.includes(word)));
  const canStandAlone = [...needed].some((word) => canName(word, known));
  const head = withoutPlainEnd([...needed], known).at(-1);
  for (const phrase of phrasesIn(all)) {
    const isAll = phrase.length === all.length;
    if (!isAll && (isOptional(phrase[0]!, words) || isOptional(phrase.at(-1)!, words))) continue;
    const isFull = isAll || (canStandAlone && [...needed].every((word) => phrase.includes(word)));
    const missing = [...needed].filter((word) => !phrase.includes(word));
    const hasHead = phrase.includes(head ?? '') || phrase.some((word) => own.includes(word));
    const isPlain = hasHead && missing.every((word) => isPlainWord(word, known));
    const short = isPlain ? grades.plain : hasHead ? grades.head : grades.part;
    const names = phrase.some((word) => canName(word, known) && !categories.includes(word));
    const key = phrase.join('');
    if (isFull || names) put(key, isAll ? grades.exact : isFull ? grades.full : short);
    for (const kind of kinds) {
      if (phrase.includes(kind) || (!isFull && !names && !own.includes(kind))) continue;
      if (own.includes(kind) && !kindsOf(withoutPlainEnd(phrase, known), food).includes(kind)) continue;
      put(key + kind, isFull ? grades.full : short);
      if (categories.includes(kind)) put(kind + key, isFull ? grades.full : short);
    }
  }
  for (const kind of own) put(kind, all.includes(kind) ? grades.head : grades.part);
}

function withoutPlainEnd(phrase: readonly string[], known: Knowledge): readonly string[] {
  let to = phrase.length;
  while (to > 1 && isPlainWord(phrase[to - 1]!, known)) to--;
  return phrase.slice(0, to);
}

function isPlainWord(word: string, { words, food }: Knowledge): boolean {
  return words.plain.includes(word) || food.brands.has(word);
}

/** "Monterey Cheddar" is a cheese and so is "Cheddar Cheese"; "Cheddar Burger" is none. */
function kindsOf(phrase: readonly string[], food: FoodBook): string[] {
  const kinds = new Set<string>();
  const longest = [3, 2, 1].find((length) => food.kindsOf.has(phrase.slice(-length).join(' ')));
  // "Flat white" is a coffee, though "white" alone may be a wine.
  if (longest) for (const kind of food.kindsOf.get(phrase.slice(-longest).join(' '))!) kinds.add(kind);
  for (const length of [1, 2, 3]) {
    const head = phrase.at(-1)!;
    if (food.kindsOf.get(phrase.slice(-length - 1, -1).join(' '))?.includes(head)) kinds.add(head);
  }
  return [...kinds];
}

/** The name with one of its phrases said differently. */
function inOtherWords(all: readonly string[], food: FoodBook): string[][] {
  const others: string[][] = [];
  for (let from = 0; from < all.length; from++) {
    for (let to = from + 1; to <= Math.min(all.length, from + 4); to++) {
      for (const other of food.same.get(all.slice(from, to).join(' ')) ?? [])
        others.push([...all.slice(0, from), ...other, ...all.slice(to)]);
    }
  }
  return others;
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

function canName(word: string, { words, groupWords }: Knowledge): boolean {
  return (
    word.length > (/^[a-z]+$/.test(word) ? 2 : 1) &&
    !/^\d/.test(word) &&
    !isOptional(word, words) &&
    !words.describing.includes(word) &&
    !groupWords.has(word)
  );
}
