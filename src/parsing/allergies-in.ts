import type { AskedOrder } from './asked.ts';
import type { FoodBook } from './food-book.ts';
import type { Allergy } from './order-parser.ts';
import { stem } from './stem.ts';
import type { Transcript } from './transcript.ts';
import type { Words } from './words/words.ts';

/** What was said to be dangerous, and which of the allergens that menus declare it is. */
export function allergiesIn(
  order: AskedOrder,
  transcript: Transcript,
  words: Words,
  food: FoodBook,
): Allergy[] {
  return order.warnings.map((wish) => {
    const { from, to } = wish.thing;
    const stems = transcript.tokens.slice(from, to).map(({ word }) => stem(word, words));
    const known = stems.map(
      (each, at) =>
        food.allergens.get(stems.slice(at, at + 3).join('')) ??
        food.allergens.get(stems.slice(at, at + 2).join('')) ??
        food.allergens.get(each),
    );
    return {
      phrase: transcript.phrase(transcript.hull(wish.said)),
      allergen: known.find((allergen) => allergen !== undefined) ?? null,
    };
  });
}
