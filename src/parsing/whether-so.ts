import { keysIn } from './keys-in.ts';
import type { Language } from './language.ts';
import type { IndexedItem } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import { stem } from './stem.ts';
import type { Asking } from './take-inquiries.ts';
import { tokenise } from './tokenise.ts';
import type { Transcript } from './transcript.ts';

/** Words in the longest tag that anybody asks for: "gluten free". */
const mostWords = 3;

/**
 * Whether an item is as the question has it, as far as the menu says: "is it vegan" by its tags, "are there nuts in it" and "is it
 * nut free" by the allergens it declares, "does it come with cheese" by what comes with it. What the menu does not declare is not
 * known: null.
 */
export function whetherSo(
  indexed: IndexedItem,
  { from, to, names, isAbsence }: Asking,
  transcript: Transcript,
  { words, food, split }: Language,
): boolean | null {
  const { item } = indexed;
  const stems = transcript.tokens.slice(from, to).map(({ word }) => stem(word, words));
  const asked = keysOf(stems);
  const contained = item.allergens.some((allergen) =>
    asked.some((key) => food.allergens.get(key) === allergen),
  );
  if (contained) return !isAbsence;
  const isTagged = item.tags.some((tag) =>
    asked.includes(
      tokenise(tag, split)
        .map(({ word }) => stem(word, words))
        .join(''),
    ),
  );
  if (isTagged) return true;
  const isThere = names.some((name) =>
    modifiersOf(indexed, keysIn(name)).some(({ modifier }) => modifier.isDefault && modifier.available),
  );
  return isThere ? !isAbsence : null;
}

function keysOf(stems: readonly string[]): string[] {
  return stems.flatMap((_, at) =>
    Array.from({ length: mostWords }, (_, more) => stems.slice(at, at + more + 1).join('')),
  );
}
