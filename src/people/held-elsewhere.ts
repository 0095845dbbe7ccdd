import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import type { Person } from './person.entity.ts';

/** A part of each list. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

export type Lists = Record<string, readonly unknown[]>;

/** What a later noun holds about people, and what it does when one is erased. app.ts hands these over. */
export interface HeldElsewhere {
  /** What it holds about somebody, as it goes into the document of exportMe: of each list the slice, oldest first. */
  read(ctx: Context, person: Person, slice: Slice): Promise<Readonly<Lists>>;
  /**
   * Forgets somebody within the transaction on the person's stream; what belongs to a restaurant stays there without them. Throws
   * what stands against it. The nouns furthest to the right go first: those that take a counter come after those that lock rows.
   */
  forget(tx: Work, person: Person): Promise<void>;
}
