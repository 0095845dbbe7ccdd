import type { NameSpan } from './span.ts';

/** What a name may be on the menu, likeliest first. */
export function keysIn({ spelling, key, keyWithoutAmount }: NameSpan): string[] {
  return keyWithoutAmount === null ? [spelling, key] : [spelling, key, keyWithoutAmount];
}
