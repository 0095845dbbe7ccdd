import type { Asked } from './asked.ts';
import type { Stretch } from './span.ts';

/** All words of a line. */
export function everySaid(asked: Asked): Stretch[] {
  return [...asked.said, ...asked.sizes, ...asked.wishes.flatMap((wish) => wish.said)];
}
