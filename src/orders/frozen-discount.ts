import type { AmountOrRate } from '../carts/totals.ts';

/** What a manager took off, and why. */
export type FrozenDiscount = AmountOrRate & {
  /** Free text; erased with what is personal. */
  readonly reason?: string;
  /** Null: a program with a key. */
  readonly byId: string | null;
  /** ISO 8601. */
  readonly at: string;
};
