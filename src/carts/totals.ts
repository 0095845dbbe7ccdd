/** What an order comes to, in whole minor units throughout. */
export interface Bill {
  readonly lines: readonly BillLine[];
  /** Whether the lines' amounts have tax in them, or it comes on top. */
  readonly taxIncluded: boolean;
  /** Off the whole order, shared among its lines. */
  readonly discount?: Discount | null;
  /** For service, in millionths of what is left after discounts. It carries no tax of its own. */
  readonly servicePerMillion?: number;
  readonly tip?: number;
}

export interface BillLine {
  /** All its pieces, modifiers included. Not below zero. */
  readonly amount: number;
  readonly taxPerMillion: number;
  readonly discount?: Discount | null;
}

/** So much, or so many millionths; never more than there is. */
export type Discount = { readonly amount: number } | { readonly perMillion: number };

export interface Totals {
  /** The lines before discounts. */
  readonly subtotal: number;
  readonly discounts: number;
  readonly service: number;
  /** Of all rates together. Where prices include it, it is part of the subtotal and told for the receipt. */
  readonly tax: number;
  readonly tip: number;
  readonly total: number;
  /** By rate, ascending; they add up to `tax`. */
  readonly taxes: readonly RateOfTax[];
}

export interface RateOfTax {
  readonly perMillion: number;
  /** What the rate is of, discounts taken off. */
  readonly base: number;
  readonly tax: number;
}

const million = 1_000_000n;

/**
 * subtotal − discounts + service + tip, and tax where it comes on top, is the total to the last unit. Tax is rounded once for the
 * whole order, half away from zero; its rates share what that makes of it.
 */
export function totalsOf({ lines, taxIncluded, discount, servicePerMillion = 0, tip = 0 }: Bill): Totals {
  const amounts = lines.map(({ amount }) => amount);
  const subtotal = sum(amounts);
  const afterOwn = lines.map((line) => line.amount - off(line.discount, line.amount));
  const shares = share(off(discount, sum(afterOwn)), afterOwn);
  const payable = afterOwn.map((amount, index) => amount - shares[index]!);
  const left = sum(payable);
  const service = perMillion(left, servicePerMillion);
  const taxes = taxesOf(
    lines.map(({ taxPerMillion }, index) => ({ perMillion: taxPerMillion, base: payable[index]! })),
    taxIncluded,
  );
  const tax = sum(taxes.map((one) => one.tax));
  const total = left + service + tip + (taxIncluded ? 0 : tax);
  return { subtotal, discounts: subtotal - left, service, tax, tip, total, taxes };
}

/** In parts as large as the weights are to each other, which add up to the total to the last unit. Without any weight the first has it all. */
function share(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  return floorsThatAddUp(total, exact, whole);
}

function off(discount: Discount | null | undefined, amount: number): number {
  if (!discount) return 0;
  const wanted = 'amount' in discount ? discount.amount : perMillion(amount, discount.perMillion);
  return Math.min(wanted, amount);
}

function perMillion(amount: number, rate: number): number {
  return Number(rounded(BigInt(amount) * BigInt(rate), million));
}

function taxesOf(taxed: readonly Omit<RateOfTax, 'tax'>[], included: boolean): RateOfTax[] {
  const bases = new Map<number, number>();
  for (const { perMillion, base } of taxed) bases.set(perMillion, (bases.get(perMillion) ?? 0) + base);
  const rates = [...bases].sort(([one], [other]) => one - other);
  const fractions = rates.map(([rate, base]) => ({
    over: BigInt(base) * BigInt(rate),
    under: included ? million + BigInt(rate) : million,
  }));
  const under = fractions.reduce((product, one) => product * one.under, 1n);
  const exact = fractions.map((one) => (one.over * under) / one.under);
  const tax = Number(
    rounded(
      exact.reduce((all, one) => all + one, 0n),
      under,
    ),
  );
  const parts = floorsThatAddUp(tax, exact, under);
  return rates.map(([perMillion, base], index) => ({ perMillion, base, tax: parts[index]! }));
}

/** Fractions of one denominator cut down to whole units; what that leaves of the total goes to those that lost most. */
function floorsThatAddUp(total: number, over: readonly bigint[], under: bigint): number[] {
  const floors = over.map((one) => Number(one / under));
  const byLoss = over
    .map((one, index) => ({ index, lost: one % under }))
    .sort((one, other) =>
      one.lost === other.lost ? one.index - other.index : one.lost < other.lost ? 1 : -1,
    );
  for (const { index } of byLoss.slice(0, total - sum(floors))) floors[index]! += 1;
  return floors;
}

/** Half away from zero, which for what is not below zero is half up. */
function rounded(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
