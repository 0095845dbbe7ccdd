import { type Splitter, tokenise } from './tokenise.ts';

/** The key of a phrase as it is written; no stems begin like it. */
export function spellingOf(phrase: string, split?: Splitter): string {
  return `=${tokenise(phrase, split)
    .map(({ word }) => word)
    .join('')}`;
}
