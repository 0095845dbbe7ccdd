import { amountOf } from './amount-of.ts';
import { floorsThatAddUp } from './floors-that-add-up.ts';
import { payableOf } from './payable-of.ts';
import { rateOf } from './rate-of.ts';
import { rounded } from './rounded.ts';

/** What an order comes to, in whole minor units throughout. */
export interface Bill {
  readonly lines: readonly BillLine[];
  /** Whether the lines' amounts have tax in them, or it comes on top. */
  readonly taxIncluded: boolean;
  /** Off the whole order, shared among its lines. */
  readonly discount?: AmountOrRate | null;
  /** For service, in millionths of what is left after discounts. It carries no tax of its own. */
  readonly servicePerMillion?: number;
  /** A rate is of the subtotal, and twice the subtotal is the most that counts. */
  readonly tip?: AmountOrRate | null;
}

export interface BillLine {
  /** All its pieces, modifiers included. Not below zero. */
  readonly amount: number;
  readonly taxPerMillion: number;
  readonly discount?: AmountOrRate | null;
}

/** So many minor units, or so many millionths of what it is taken of. */
export type AmountOrRate = { readonly amount: number } | { readonly perMillion: number };

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
export function totalsOf(bill: Bill): Totals {
  const { lines, taxIncluded, servicePerMillion = 0 } = bill;
  const subtotal = sum(lines.map(({ amount }) => amount));
  const payable = payableOf(bill);
  const left = sum(payable);
  const service = rateOf(left, servicePerMillion);
  const tip = Math.min(amountOf(bill.tip, subtotal), 2 * subtotal);
  const taxes = taxesOf(
    lines.map(({ taxPerMillion }, index) => ({ perMillion: taxPerMillion, base: payable[index]! })),
    taxIncluded,
  );
  const tax = sum(taxes.map((one) => one.tax));
  const total = left + service + tip + (taxIncluded ? 0 : tax);
  return { subtotal, discounts: subtotal - left, service, tax, tip, total, taxes };
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
  const whole = exact.reduce((all, one) => all + one, 0n);
  const tax = Number(rounded(whole, under));
  const parts = floorsThatAddUp(tax, exact, under);
  return rates.map(([perMillion, base], index) => ({ perMillion, base, tax: parts[index]! }));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
