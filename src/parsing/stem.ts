import type { Words } from './words/words.ts';

/** One form for singular and plural, and digits for number words. It need not be a word: menu and text go through the same. */
export function stem(word: string, words: Words): string {
  const number = Object.hasOwn(words.numbers, word) ? words.numbers[word] : undefined;
  if (number !== undefined && number < 13) return String(number);
  let stemmed = words.and.includes(word) ? words.and[0]! : word;
  for (const [ending, replacement, unless] of words.endings) {
    if (stemmed.length < 4 || !stemmed.endsWith(ending) || (unless && stemmed.endsWith(unless))) continue;
    stemmed = stemmed.slice(0, stemmed.length - ending.length) + replacement;
  }
  return stemmed;
}
