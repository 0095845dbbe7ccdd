import type { Span } from './span.ts';

/** What stands with a name: courtesy, numbers, what it comes in. */
export function isSmall({ kind }: Span): boolean {
  return kind === 'quiet' || kind === 'number' || kind === 'aside' || kind === 'correcting';
}
