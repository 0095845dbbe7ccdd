import { rateOf } from './rate-of.ts';
import type { AmountOrRate } from './totals.ts';

/** What is meant, in minor units: as it is said, or that part of an amount. */
export function amountOf(meant: AmountOrRate | null | undefined, amount: number): number {
  if (!meant) return 0;
  return 'amount' in meant ? meant.amount : rateOf(amount, meant.perMillion);
}
