import type { Countable } from '../menus/countables.ts';

/** What guests said and then chose: perhaps a name for it. */
export interface ShownSuggestion {
  readonly id: string;
  readonly noun: Countable;
  readonly entryId: string;
  readonly title: string;
  readonly phrase: string;
  readonly carts: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}
