import type { Reading } from './asked.ts';

/** Whether nothing but courtesy follows before the next pause. */
export function isLast({ spans, pauses }: Reading, at: number): boolean {
  let next = at + 1;
  while (next < spans.length && pauses[next] === 'none' && spans[next]!.kind === 'quiet') next++;
  return next === spans.length || pauses[next] !== 'none';
}
