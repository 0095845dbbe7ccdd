import type { NameWords } from './language.ts';

/** The key of a phrase as it is written; no stems begin like it. */
export function spellingOf({ words }: Pick<NameWords, 'words'>): string {
  return `=${words.join('')}`;
}
