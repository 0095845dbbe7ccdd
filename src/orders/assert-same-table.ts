import type { OwnCart } from '../carts/cart-access.ts';
import { Refusal } from '../errors.ts';
import type { Order } from './order.entity.ts';

/** What is chosen at one table is not brought to another. Throws BAD_USER_INPUT. */
export function assertSameTable(
  order: Pick<Order, 'fulfilment' | 'tableId'>,
  cart: Pick<OwnCart, 'tableId'>,
): void {
  if (order.fulfilment !== 'DINE_IN' || !order.tableId || !cart.tableId) return;
  if (order.tableId === cart.tableId) return;
  const message = 'The order is of another table than the cart.';
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'orderId', message }] });
}
