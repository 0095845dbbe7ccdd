import type { Bill, Totals } from '../carts/totals.ts';
import type { Order } from './order.entity.ts';

type FrozenBill = Totals & Pick<Order, 'discount' | 'servicePerMillion' | 'taxIncluded'>;

/** What an order keeps of the bill of its cart, on which there is no discount yet. */
export function frozenBill({ servicePerMillion, taxIncluded }: Required<Bill>, totals: Totals): FrozenBill {
  return { ...totals, discount: null, servicePerMillion, taxIncluded };
}
