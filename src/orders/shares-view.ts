import type { BillShare } from '../carts/split-evenly.ts';
import { type TotalsView, totalsView } from '../carts/totals-view.ts';
import { money } from '../money.ts';
import type { Order } from './order.entity.ts';

/** Shares of an order's bill as a client reads them. */
export function sharesView({ currency, locale }: Order, shares: readonly BillShare[]): TotalsView[] {
  return shares.map((one) => totalsView({ ...one, taxes: [] }, (amount) => money(amount, currency, locale)));
}
