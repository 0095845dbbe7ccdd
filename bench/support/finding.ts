/** A line of what was measured. */
export interface Finding {
  readonly text: string;
  /** Null: a figure without a bar. */
  readonly reached: boolean | null;
}
