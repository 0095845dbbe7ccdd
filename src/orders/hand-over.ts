import type { CartForPlacing } from '../carts/cart-for-placing.ts';
import { Refusal } from '../errors.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import type { Order } from './order.entity.ts';

type Detail = 'customerName' | 'phone' | 'address' | 'wishedAt';

/** How, where, when and to whom an order goes. */
export type HandOver = Pick<Order, 'fulfilment' | 'tableId' | 'tableName' | Detail | 'note'>;

/** What a client says of it. */
export interface HandOverWish extends Pick<Order, Detail | 'note'> {
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
  PICKUP: ['customerName', 'phone', 'wishedAt'],
  DELIVERY: ['customerName', 'phone', 'address', 'wishedAt'],
};
const details: readonly Detail[] = welcome.DELIVERY;
const farthestMs = 7 * 24 * 3_600_000;

/** Checks what a client says of it against what the restaurant offers. Throws FULFILMENT_UNAVAILABLE or BAD_USER_INPUT. */
export function handOver(cart: CartForPlacing, entered: boolean, wish: HandOverWish, now: Date): HandOver {
  const fulfilment = wish.fulfilment ?? (cart.tableId ? 'DINE_IN' : 'PICKUP');
  const offered = [...cart.fulfilments];
  if (!offered.includes(fulfilment))
    throw new Refusal('FULFILMENT_UNAVAILABLE', `This restaurant offers ${offered.join(', ')}.`, { offered });
  const customerName = wish.customerName ?? (entered || fulfilment === 'DINE_IN' ? null : cart.personName);
  const { phone, address, wishedAt, note } = wish;
  const said = { fulfilment, customerName, phone, address, wishedAt, note };
  const fields = faultsOf(said, fulfilment === 'DINE_IN' && !cart.tableId, entered, now);
  if (fields.length > 0) {
    const detail = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new Refusal('BAD_USER_INPUT', detail, { fields });
  }
  const table = fulfilment === 'DINE_IN' ? cart : { tableId: null, tableName: null };
  return { ...said, tableId: table.tableId, tableName: table.tableName };
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function faultsOf(
  said: Pick<HandOver, 'fulfilment' | Detail>,
  lacksTable: boolean,
  entered: boolean,
  now: Date,
): Fault[] {
  const { fulfilment, wishedAt } = said;
  const faults: Fault[] = [];
  if (lacksTable) faults.push({ path: 'fulfilment', message: 'There is no table to bring it to.' });
  const needed = (entered ? wantedOfStaff : wanted)[fulfilment];
  for (const path of details) {
    if (said[path] === null && needed.includes(path))
      faults.push({ path, message: `${fulfilment} wants one.` });
    if (said[path] !== null && !welcome[fulfilment].includes(path))
      faults.push({ path, message: `${fulfilment} has none.` });
  }
  const ahead = wishedAt ? wishedAt.getTime() - now.getTime() : null;
  if (ahead !== null && !(ahead > 0 && ahead <= farthestMs))
    faults.push({ path: 'wishedAt', message: 'It must be in the future, within 7 days.' });
  return faults;
}
