import { floorsThatAddUp } from './floors-that-add-up.ts';

/** In parts as large as the weights are to each other, which add up to the total to the last unit. Without any weight the first has it all. */
export function share(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  return floorsThatAddUp(total, exact, whole);
}
