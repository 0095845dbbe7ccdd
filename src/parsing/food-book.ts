import type { Allergen } from '../menus/allergens.ts';
import type { Food } from './food/food.ts';
import { stem } from './stem.ts';
import { type Splitter, tokenise } from './tokenise.ts';
import type { Words } from './words/words.ts';

/** `Food` as stems, arranged to be found by them. */
export interface FoodBook {
  /** Other ways to say a phrase, by the phrase's stems joined with spaces. */
  readonly same: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** What it may be called besides, by the stems of what is one: "cheddar" → "chees". */
  readonly kindsOf: ReadonlyMap<string, readonly string[]>;
  readonly brands: ReadonlySet<string>;
  /** By what people call it, as a key. */
  readonly allergens: ReadonlyMap<string, Allergen>;
  readonly forms: ReadonlySet<string>;
}

export function foodBook(food: Food, words: Words, split?: Splitter): FoodBook {
  const stems = (phrase: string) => tokenise(phrase, split).map(({ word }) => stem(word, words));
  const same = new Map<string, string[][]>();
  for (const row of food.same) {
    const phrases = row.map(stems);
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase);
      same.set(phrase.join(' '), [...(same.get(phrase.join(' ')) ?? []), ...others]);
    }
  }
  const kindsOf = new Map<string, string[]>();
  for (const [kind, members] of Object.entries(food.kinds)) {
    const name = stems(kind).join(' ');
    for (const member of members) {
      const key = stems(member).join(' ');
      kindsOf.set(key, [...(kindsOf.get(key) ?? []), name]);
    }
  }
  const allergens = new Map(
    Object.entries(food.allergens).flatMap(([allergen, names]) =>
      names.map((name) => [stems(name).join(''), allergen as Allergen] as const),
    ),
  );
  return {
    same,
    kindsOf,
    allergens,
    brands: new Set(food.brands.flatMap(stems)),
    forms: new Set(food.forms.flatMap(stems)),
  };
}
