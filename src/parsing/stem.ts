import { foldKana } from './fold-kana.ts';
import type { Words } from './words/words.ts';

/** One form for singular and plural, and digits for number words. It need not be a word: menu and text go through the same. */
export function stem(word: string, words: Words): string {
  const number = Object.hasOwn(words.numbers, word) ? words.numbers[word] : undefined;
  if (number !== undefined && number < 13) return String(number);
  let stemmed = words.and.includes(word) ? words.and[0]! : foldKana(word);
  for (const [spelling, replacement] of words.spellings ?? [])
    stemmed = stemmed.replaceAll(spelling, replacement);
  for (const beginning of words.beginnings ?? [])
    if (stemmed.length > beginning.length + 2 && stemmed.startsWith(beginning))
      stemmed = stemmed.slice(beginning.length);
  for (const [ending, replacement, unless] of words.endings) {
    if (stemmed.length < 3 || !stemmed.endsWith(ending) || (unless && stemmed.endsWith(unless))) continue;
    stemmed = stemmed.slice(0, stemmed.length - ending.length) + replacement;
  }
  return stemmed;
}
