import type { Reading } from './asked.ts';

/** "a coke or a diet coke" */
export function isAlternative({ spans, mood, pauses }: Reading, at: number): boolean {
  let before = at - 1;
  while (
    spans[before]?.kind === 'quiet' ||
    (spans[before]?.kind === 'number' && pauses[before + 1] === 'none')
  )
    before--;
  return spans[before]?.kind === 'or' && mood !== 'without' && mood !== 'warning';
}
