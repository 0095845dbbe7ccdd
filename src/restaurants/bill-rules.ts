import type { Restaurant } from './restaurant.entity.ts';

/** How a restaurant counts what is ordered. */
export type BillRules = Pick<
  Restaurant,
  | 'taxPerMillion'
  | 'taxClasses'
  | 'pricesIncludeTax'
  | 'servicePerMillion'
  | 'serviceDineInOnly'
  | 'tipsAllowed'
>;
