import { payableOf } from './payable-of.ts';
import { share } from './share.ts';
import type { BillShare } from './split-evenly.ts';
import type { Bill, Totals } from './totals.ts';

/** So many pieces of a line of the bill. */
export interface Pieces {
  readonly line: number;
  readonly quantity: number;
}

/**
 * A bill by who had what. Together the groups hold every piece of every line once. Discounts, service and tax follow what each
 * piece comes to, the tip what it came to before discounts.
 */
export function splitByLines(
  bill: Bill,
  totals: Totals,
  groups: readonly (readonly Pieces[])[],
): BillShare[] {
  const parts = groups.flatMap((pieces, group) => pieces.map((piece) => ({ ...piece, group })));
  const amounts = amongPieces(
    bill.lines.map(({ amount }) => amount),
    parts,
  );
  const payable = amongPieces(payableOf(bill), parts);
  const services = share(totals.service, payable);
  const tips = share(totals.tip, amounts);
  const taxes = totals.taxes.map(({ perMillion, tax }) =>
    share(
      tax,
      parts.map(({ line }, index) => (bill.lines[line]!.taxPerMillion === perMillion ? payable[index]! : 0)),
    ),
  );
  return groups.map((_, group) => {
    const of = (each: readonly number[]): number =>
      parts.reduce((all, part, index) => (part.group === group ? all + each[index]! : all), 0);
    const [subtotal, left, service, tip] = [of(amounts), of(payable), of(services), of(tips)];
    const tax = taxes.reduce((all, rate) => all + of(rate), 0);
    const total = left + service + tip + (bill.taxIncluded ? 0 : tax);
    return { subtotal, discounts: subtotal - left, service, tip, tax, total };
  });
}

/** What each line comes to, shared among those who have pieces of it. */
function amongPieces(ofLines: readonly number[], parts: readonly Pieces[]): number[] {
  const amounts = parts.map(() => 0);
  const ofLine = Map.groupBy(parts.keys(), (index) => parts[index]!.line);
  for (const [line, indexes] of ofLine) {
    const quantities = indexes.map((index) => parts[index]!.quantity);
    const shared = share(ofLines[line]!, quantities);
    for (const [nth, index] of indexes.entries()) amounts[index] = shared[nth]!;
  }
  return amounts;
}
