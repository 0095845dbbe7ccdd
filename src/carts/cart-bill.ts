import type { BillRules } from '../restaurants/bill-rules.ts';
import type { PricedLine } from './price-lines.ts';
import type { AmountOrRate, Bill } from './totals.ts';

/** Priced lines as they stand on a bill, at the restaurant's rates. */
export function cartBill(
  lines: readonly PricedLine[],
  rules: BillRules,
  { dineIn, tip }: { readonly dineIn: boolean; readonly tip: AmountOrRate | null },
): Required<Bill> {
  return {
    lines: lines.map(({ lineTotal, dish }) => ({
      amount: lineTotal,
      taxPerMillion: taxRate(rules, dish?.taxClass ?? null),
    })),
    taxIncluded: rules.pricesIncludeTax,
    discount: null,
    servicePerMillion: dineIn || !rules.serviceDineInOnly ? rules.servicePerMillion : 0,
    tip: rules.tipsAllowed ? tip : null,
  };
}

/** The standard one for a class that the restaurant does not have any more. */
function taxRate({ taxPerMillion, taxClasses }: BillRules, taxClass: string | null): number {
  return taxClasses.find(({ key }) => key === taxClass)?.perMillion ?? taxPerMillion;
}
