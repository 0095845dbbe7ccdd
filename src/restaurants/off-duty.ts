import type { Fact, Work } from '../events/transact.ts';

/**
 * What the nouns after this one take back from somebody who leaves the staff or gets another role; answers with what happened, for
 * the caller to tell. Runs in the same transaction, under the lock of the restaurant.
 */
export type OffDuty = (tx: Work, personId: string) => Promise<readonly Fact[]>;
