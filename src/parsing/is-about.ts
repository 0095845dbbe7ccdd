import type { Following } from './what-follows.ts';

/** Whether anything follows that words before it can be about. */
export function isAbout({ item, wish, sizes, modifiers }: Following): boolean {
  return item !== null || wish || sizes.length > 0 || modifiers.length > 0;
}
