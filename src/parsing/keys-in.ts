import type { NameSpan } from './span.ts';

/** What a name may be on the menu, likeliest first. */
export function keysIn({ key, keyWithoutAmount }: NameSpan): string[] {
  return keyWithoutAmount === null ? [key] : [key, keyWithoutAmount];
}
