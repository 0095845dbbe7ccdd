import type { Choice } from './price-choice.ts';

/** How many of a modifier are asked for. */
export function timesOf({ id }: { readonly id: string }, { withIds }: Pick<Choice, 'withIds'>): number {
  return withIds.filter((one) => one === id).length;
}
