import type { Fact, Work } from '../events/transact.ts';

/**
 * What the nouns after this one clear away when the guests of a table have left; answers with what happened, for the caller to tell.
 * Runs in the same transaction, under the lock of the restaurant.
 */
export type TableLeft = (tx: Work, tableId: string) => Promise<readonly Fact[]>;
