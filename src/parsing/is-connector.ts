import type { Span } from './span.ts';

/** Joins things, or leads up to them: means nothing where there are none. */
export function isConnector({ kind }: Span): boolean {
  return kind === 'and' || kind === 'adding' || kind === 'correcting';
}
