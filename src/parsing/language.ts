import { LRUCache } from 'lru-cache';
import { completeWords } from './complete-words.ts';
import type { Food } from './food/food.ts';
import { type FoodBook, foodBook } from './food-book.ts';
import { type PhraseBook, phraseBook } from './phrase-book.ts';
import { splitterOf } from './splitter-of.ts';
import { stem } from './stem.ts';
import { type Splitter, tokenise } from './tokenise.ts';
import type { SomeWords, Words } from './words/words.ts';

/** What the parser knows of one language, arranged to be found. */
export interface Language {
  readonly words: Words;
  readonly book: PhraseBook;
  readonly food: FoodBook;
  /** Every word of it that has nothing to do with food, folded, and their stems. */
  readonly own: ReadonlySet<string>;
  /** These, and what is known of food. */
  readonly known: ReadonlySet<string>;
  /** For texts about no menu in particular, such as the menu itself. */
  readonly split: Splitter | undefined;
  /** What a name on a menu is made of. Menus have the same names version after version, so the last ones are remembered. */
  readonly read: (name: string) => NameWords;
}

export interface NameWords {
  /** Folded. */
  readonly words: readonly string[];
  /** Of each word. */
  readonly stems: readonly string[];
}

const mostNames = 20_000;

export function languageOf(some: SomeWords, food: Food): Language {
  const words = completeWords(some);
  const book = phraseBook(words);
  const own = new Set<string>();
  let known = own;
  const learn = (phrase: string) => {
    for (const { word } of tokenise(phrase)) known.add(word).add(stem(word, words));
  };
  for (const word of book.singleWords) learn(word);
  for (const word of [...words.describing, ...words.plain, ...words.optional, ...words.sizes.flat()])
    learn(word);
  known = new Set(own);
  for (const phrase of [
    ...food.same.flat(),
    ...Object.entries(food.kinds).flat(2),
    ...food.brands,
    ...food.forms,
  ])
    learn(phrase);
  const isKnown = (word: string) => known.has(word) || known.has(stem(word, words));
  const split = remembering(splitterOf(words, own, isKnown));
  const names = new LRUCache<string, NameWords>({ max: mostNames });
  const read = (name: string): NameWords => {
    const before = names.get(name);
    if (before) return before;
    const said = tokenise(name, split).map(({ word }) => word);
    const made = { words: said, stems: said.map((word) => stem(word, words)) };
    names.set(name, made);
    return made;
  };
  return { words, book, food: foodBook(food, words, split), own, known, split, read };
}

/** Menus say few words, and these often. */
function remembering(split: Splitter | undefined): Splitter | undefined {
  if (!split) return undefined;
  const seen = new Map<string, readonly string[]>();
  return (written) => {
    const known = seen.get(written) ?? split(written);
    if (seen.size >= 5000) seen.clear();
    seen.set(written, known);
    return known;
  };
}
