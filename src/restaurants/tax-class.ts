/** A rate of tax beside the restaurant's standard one: drinks, takeaway, books. */
export interface TaxClass {
  /** Items name it. */
  readonly key: string;
  readonly title: string;
  readonly perMillion: number;
}
