import type { PricedLine } from './price-lines.ts';
import type { BillLine } from './totals.ts';

/** Priced lines as they stand on a bill, all at the restaurant's one rate. */
export function billLines(lines: readonly PricedLine[], taxPerMillion: number): BillLine[] {
  return lines.map(({ lineTotal }) => ({ amount: lineTotal, taxPerMillion }));
}
