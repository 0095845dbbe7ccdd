import { Refusal } from '../errors.ts';

/** Throws CHOICE_INVALID for a group of which nobody could choose enough. */
export function assertRange({ min, max }: { readonly min: number; readonly max: number }): void {
  if (min > max) throw new Refusal('CHOICE_INVALID', 'A group cannot want more than it allows.');
}
