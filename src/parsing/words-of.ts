import type { Stretch } from './span.ts';
import type { Token } from './token.ts';

/** Folded, with one space between them, as phrase books have them. */
export function wordsOf(tokens: readonly Token[], { from, to }: Stretch): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}
