import { splitterOf } from './splitter-of.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokenise.ts';
import type { SomeWords, Words } from './words/words.ts';

/** Folded as a guest's words are, so that both are the same, and with nothing where a language says nothing. */
export function completeWords(some: SomeWords): Words {
  const elided = some.writing?.elided;
  const split = elided && splitterOf({ ...some, writing: { elided } }, new Set(), () => false);
  const fold = (phrase: string) =>
    tokenise(phrase, split)
      .map(({ word }) => word)
      .join(' ') || phrase;
  const folded = Object.entries(some).map(([field, value]) => [field, foldPhrases(value, fold)]);
  const after = some.after && {
    ...some.after,
    adding: some.after.adding.map(fold),
    amounts: foldPhrases(some.after.amounts, fold),
    asking: foldPhrases(some.after.asking ?? {}, fold),
    swapping: {
      between: some.after.swapping?.between?.map(fold),
      last: some.after.swapping?.last?.map(fold),
      count: some.after.swapping?.count?.map(fold),
    },
    onto: some.after.onto?.map(fold),
    keeping: some.after.keeping?.map(fold),
  };
  const { language, writing } = some;
  const words = { ...nothing, ...(Object.fromEntries(folded) as SomeWords), after, language, writing };
  // Looked up by words of menus, which are stems by then.
  const stemmed = (list: readonly string[]) => [
    ...new Set(list.flatMap((word) => [word, stem(word, words)])),
  ];
  const { describing, optional, plain } = words;
  return { ...words, describing: stemmed(describing), optional: stemmed(optional), plain: stemmed(plain) };
}

const nothing = {
  dozens: [],
  cancelling: [],
  removingAfter: [],
  warning: [],
  warningAfter: [],
  ailment: [],
  unable: [],
  fewer: [],
  others: {},
  another: [],
  ordinals: {},
  every: {},
  aside: [],
  changing: {},
  keeping: [],
  only: [],
  addressing: [],
  streets: [],
  recalling: [],
  telling: [],
  accepting: [],
  replacing: [],
  by: [],
  instead: [],
  again: [],
  undoing: [],
  clearing: [],
  correcting: [],
  onto: [],
  off: [],
  asking: {},
  definite: [],
  opening: [],
  requesting: [],
  slips: {},
  declining: [],
  neverTypos: [],
} satisfies Partial<Words>;

/** Of lists the phrases, of tables the keys. */
function foldPhrases<Value>(value: Value, fold: (phrase: string) => string): Value;
function foldPhrases(value: unknown, fold: (phrase: string) => string): unknown {
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? each && fold(each) : foldPhrases(each, fold)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([phrase, meaning]) => [fold(phrase), meaning]));
}
