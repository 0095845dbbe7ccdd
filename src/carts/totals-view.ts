import type { Money } from '../money.ts';
import type { RateOfTax, Totals } from './totals.ts';

/** Totals as a client reads them. */
export type TotalsView = { readonly [Sum in Exclude<keyof Totals, 'taxes'>]: Money } & {
  readonly taxes: readonly RateOfTaxView[];
};

export interface RateOfTaxView extends Pick<RateOfTax, 'perMillion'> {
  readonly base: Money;
  readonly tax: Money;
}

export function totalsView({ taxes, ...sums }: Totals, as: (amount: number) => Money): TotalsView {
  const { subtotal, discounts, service, tax, tip, total } = sums;
  return {
    subtotal: as(subtotal),
    discounts: as(discounts),
    service: as(service),
    tax: as(tax),
    tip: as(tip),
    total: as(total),
    taxes: taxes.map(({ perMillion, base, tax }) => ({ perMillion, base: as(base), tax: as(tax) })),
  };
}
