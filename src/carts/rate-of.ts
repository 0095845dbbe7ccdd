import { rounded } from './rounded.ts';

/** So many millionths of an amount, in whole minor units. */
export function rateOf(amount: number, perMillion: number): number {
  return Number(rounded(BigInt(amount) * BigInt(perMillion), 1_000_000n));
}
