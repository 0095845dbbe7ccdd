/** What a restaurant's orders of the last four weeks say of the next one; times in seconds. */
export interface Preparation {
  /** That were ready, and not wanted for later. */
  readonly orders: number;
  /** From placing to ready: a tenth took no longer, half of them, nine tenths. Null: they are too few. */
  readonly p10: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  /** How many were to be made before them, of half of them no more. */
  readonly ahead: number | null;
  /** What each of those added. Null: nobody can tell. */
  readonly each: number | null;
  /** Orders that were ready after they had been promised. */
  readonly promises: number;
  /** By how much ready and promised differed, whichever came first. Null: they are too few. */
  readonly medianOff: number | null;
  readonly p90Off: number | null;
  /** Ready in time. */
  readonly kept: number;
}
