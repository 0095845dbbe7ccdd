import type { Scope } from '../database/scoped.ts';
import type { Money } from '../money.ts';

/** What is the same for every part of a menu that is being read. */
export interface MenuReading {
  readonly scope: Scope;
  /** Minor units → what a guest reads, in the restaurant's currency. */
  priced(amount: number): Money;
  readonly timeZone: string;
  /** The moment that says what may be ordered. */
  readonly at: Date;
  /** Items, by their ids: these and what is chosen from with them. Null: all of them. */
  readonly only: readonly string[] | null;
  /** To be told of every moment at which something read changes by the clock alone. */
  turns(at: Date | null): void;
}
