import { amountOf } from './amount-of.ts';
import { share } from './share.ts';
import type { AmountOrRate, Bill } from './totals.ts';

/** What is left of each line when its own discount is taken off, and its share of the bill's. */
export function payableOf({ lines, discount }: Bill): number[] {
  const afterOwn = lines.map((line) => line.amount - off(line.discount, line.amount));
  const shares = share(off(discount, sum(afterOwn)), afterOwn);
  return afterOwn.map((amount, index) => amount - shares[index]!);
}

/** Never more than there is. */
function off(discount: AmountOrRate | null | undefined, amount: number): number {
  return Math.min(amountOf(discount, amount), amount);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
