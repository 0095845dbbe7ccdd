import type { Totals } from './totals.ts';

/** What one of several who pay together owes. The shares of a bill add up to it, sum by sum, to the last unit. */
export type BillShare = Omit<Totals, 'taxes'>;

/**
 * A bill in equal shares. Each sum's odd units go on where those of the sum before it ended, so no two totals differ by more than
 * one unit.
 */
export function splitEvenly(
  { subtotal, discounts, service, tip, tax }: Omit<BillShare, 'total'>,
  taxIncluded: boolean,
  ways: number,
): BillShare[] {
  let next = 0;
  const spread = (amount: number): number[] => {
    const floor = Math.floor(amount / ways);
    const odd = amount - floor * ways;
    const parts = Array.from({ length: ways }, (_, index) =>
      (index - next + ways) % ways < odd ? floor + 1 : floor,
    );
    next = (next + odd) % ways;
    return parts;
  };
  const subtotals = spread(subtotal);
  const taken = spread(-discounts);
  const services = spread(service);
  const tips = spread(tip);
  const taxes = spread(tax);
  return subtotals.map((own, index) => {
    const onTop = taxIncluded ? 0 : taxes[index]!;
    return {
      subtotal: own,
      discounts: 0 - taken[index]!,
      service: services[index]!,
      tip: tips[index]!,
      tax: taxes[index]!,
      total: own + taken[index]! + services[index]! + tips[index]! + onTop,
    };
  });
}
