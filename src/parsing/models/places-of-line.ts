import type { ModelLine } from './model-reading.ts';
import type { Place } from './stretches.ts';

/** Every word that a line was made of. */
export function placesOfLine({ said, saidOfChoices, saidOfNote }: ModelLine): Place[] {
  return [said, ...saidOfChoices, ...(saidOfNote ? [saidOfNote] : [])];
}
