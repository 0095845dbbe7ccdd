import { assertOffered } from '../carts/assert-offered.ts';
import type { CartForPlacing } from '../carts/cart-for-placing.ts';
import { refuseFaults } from '../carts/refuse-faults.ts';
import { usualFulfilment } from '../carts/usual-fulfilment.ts';
import { type Fault, wishFaults } from '../carts/wish-faults.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import type { Order } from './order.entity.ts';

type Detail = 'customerName' | 'phone' | 'address';

/** How, where, when and to whom an order goes. */
export type HandOver = Pick<Order, 'fulfilment' | 'tableId' | 'tableName' | Detail | 'wishedAt' | 'note'>;

/** What a client says of it. */
export interface HandOverWish extends Pick<Order, Detail | 'wishedAt' | 'note'> {
  readonly fulfilment: Fulfilment | null;
}

const wanted: Readonly<Record<Fulfilment, readonly Detail[]>> = {
  DINE_IN: [],
  PICKUP: ['customerName'],
  DELIVERY: ['customerName', 'phone', 'address'],
};
/** Of staff, who know whom an order is for. */
const wantedOfStaff: typeof wanted = { DINE_IN: [], PICKUP: [], DELIVERY: ['address'] };
const welcome: Readonly<Record<Fulfilment, readonly Detail[]>> = {
  DINE_IN: ['customerName'],
  PICKUP: ['customerName', 'phone'],
  DELIVERY: ['customerName', 'phone', 'address'],
};
const details: readonly Detail[] = welcome.DELIVERY;

/** Checks what a client says of it against what the restaurant offers. Throws FULFILMENT_UNAVAILABLE or BAD_USER_INPUT. */
export function handOver(cart: CartForPlacing, entered: boolean, wish: HandOverWish, now: Date): HandOver {
  const meant = cart.fulfilment ?? usualFulfilment(cart);
  const fulfilment = wish.fulfilment ?? meant;
  assertOffered(fulfilment, cart.fulfilments);
  const customerName = wish.customerName ?? (entered || fulfilment === 'DINE_IN' ? null : cart.personName);
  const { phone, address, note } = wish;
  const kept = fulfilment === meant && cart.wishedAt && cart.wishedAt > now ? cart.wishedAt : null;
  const wishedAt = wish.wishedAt ?? kept;
  const said = { fulfilment, customerName, phone, address, wishedAt, note };
  refuseFaults([...wishFaults(said, cart, now), ...detailFaults(said, entered)]);
  const table = fulfilment === 'DINE_IN' ? cart : { tableId: null, tableName: null };
  return { ...said, tableId: table.tableId, tableName: table.tableName };
}

function detailFaults(said: Pick<HandOver, 'fulfilment' | Detail>, entered: boolean): Fault[] {
  const { fulfilment } = said;
  const faults: Fault[] = [];
  const needed = (entered ? wantedOfStaff : wanted)[fulfilment];
  for (const path of details) {
    if (said[path] === null && needed.includes(path))
      faults.push({ path, message: `${fulfilment} wants one.` });
    if (said[path] !== null && !welcome[fulfilment].includes(path))
      faults.push({ path, message: `${fulfilment} has none.` });
  }
  return faults;
}
