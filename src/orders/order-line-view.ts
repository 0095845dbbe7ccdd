import { type Money, money } from '../money.ts';
import type { Order } from './order.entity.ts';
import type { FrozenModifier, OrderLine } from './order-line.entity.ts';

/** A line with its prices as a client reads them. */
export interface OrderLineView
  extends Pick<OrderLine, 'id' | 'itemId' | 'title' | 'variantLabel' | 'quantity' | 'note'> {
  readonly modifiers: readonly FrozenModifier[];
  readonly unitPrice: Money;
  readonly total: Money;
}

export function orderLineView(line: OrderLine, { currency, locale }: Order): OrderLineView {
  const { id, itemId, title, variantLabel, quantity, note, modifiers, unitPrice } = line;
  const priced = (amount: number): Money => money(amount, currency, locale);
  return {
    id,
    itemId,
    title,
    variantLabel,
    quantity,
    note,
    modifiers,
    unitPrice: priced(unitPrice),
    total: priced(unitPrice * quantity),
  };
}
