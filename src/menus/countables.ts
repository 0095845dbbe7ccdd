/** What there may be a count of. */
export const countables = ['item', 'variant', 'modifier'] as const;

export type Countable = (typeof countables)[number];
