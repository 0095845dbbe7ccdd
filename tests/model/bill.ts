/** So many minor units, or so many millionths. */
export type Off = { readonly amount: number } | { readonly perMillion: number };

export interface BilledLine {
  readonly amount: number;
  readonly rate: number;
  readonly discount: Off | null;
}

export interface Terms {
  readonly taxIncluded: boolean;
  readonly service: number;
  readonly discount: Off | null;
  readonly tip: Off | null;
}

export interface Sums {
  readonly subtotal: number;
  readonly discounts: number;
  readonly service: number;
  readonly tip: number;
  readonly tax: number;
  readonly total: number;
}

/** What lines come to, counted on its own: nothing of src is used. */
export function sumsOf(lines: readonly BilledLine[], { taxIncluded, service, discount, tip }: Terms): Sums {
  const subtotal = add(lines.map(({ amount }) => amount));
  const own = lines.map(({ amount, discount: off }) => amount - Math.min(meant(off, amount), amount));
  const off = dealt(Math.min(meant(discount, add(own)), add(own)), own);
  const left = own.map((amount, index) => amount - off[index]!);
  const charge = nearest(BigInt(add(left)) * BigInt(service), million);
  // One fraction for the whole order: each line's tax over the product of what all are divided by.
  const over = lines.map(({ rate }) => (taxIncluded ? million + BigInt(rate) : million));
  const product = over.reduce((all, one) => all * one, 1n);
  const exact = lines.reduce(
    (all, { rate }, index) => all + (BigInt(left[index]!) * BigInt(rate) * product) / over[index]!,
    0n,
  );
  const tax = nearest(exact, product);
  const given = Math.min(meant(tip, subtotal), 2 * subtotal);
  const total = add(left) + charge + given + (taxIncluded ? 0 : tax);
  return { subtotal, discounts: subtotal - add(left), service: charge, tip: given, tax, total };
}

const million = 1_000_000n;

export function meant(off: Off | null, of: number): number {
  if (!off) return 0;
  return 'amount' in off ? off.amount : nearest(BigInt(of) * BigInt(off.perMillion), million);
}

/** Half goes up. */
function nearest(over: bigint, under: bigint): number {
  const rest = over % under;
  return Number(over / under + (rest + rest >= under ? 1n : 0n));
}

/** Unit by unit to whoever is furthest behind what is due to them. */
function dealt(total: number, weights: readonly number[]): number[] {
  const whole = BigInt(add(weights));
  if (whole === 0n) return weights.map(() => 0);
  const due = weights.map((weight) => BigInt(total) * BigInt(weight));
  const given = due.map((one) => one / whole);
  while (given.reduce((all, one) => all + one, 0n) < BigInt(total)) {
    const behind = due.map((one, index) => one - given[index]! * whole);
    const most = behind.reduce((max, one) => (one > max ? one : max));
    given[behind.indexOf(most)]! += 1n;
  }
  return given.map(Number);
}

function add(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}
