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
const welcome: Readonly<Record<Fulfilment, readonly Detail[]>> = {
  DINE_IN: ['customerName'],
  PICKUP: ['customerName', 'phone', 'wishedAt'],
  DELIVERY: ['customerName', 'phone', 'address', 'wishedAt'],
};
const details: readonly Detail[] = welcome.DELIVERY;
const farthestMs = 7 * 24 * 3_600_000;

/** Staff know whom an order is for, so they leave out what they like. Throws FULFILMENT_UNAVAILABLE or BAD_USER_INPUT. */
export function handOver(cart: CartForPlacing, entered: boolean, wish: HandOverWish, now: Date): HandOver {
  const fulfilment = wish.fulfilment ?? (cart.tableId ? 'DINE_IN' : 'PICKUP');
  const offered = [...cart.fulfilments];
  if (!offered.includes(fulfilment))
    throw new Refusal('FULFILMENT_UNAVAILABLE', `This restaurant offers ${offered.join(', ')}.`, { offered });
  const customerName = wish.customerName ?? (entered || fulfilment === 'DINE_IN' ? null : cart.personName);
  const said = { ...wish, fulfilment, customerName };
  const fields = faultsOf(said, fulfilment === 'DINE_IN' && !cart.tableId, entered, now);
  if (fields.length > 0) {
    const detail = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new Refusal('BAD_USER_INPUT', detail, { fields });
  }
  const atTable = fulfilment === 'DINE_IN';
  return {
    ...said,
    tableId: atTable ? cart.tableId : null,
    tableName: atTable ? cart.tableName : null,
  };
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
  for (const path of details) {
    if (said[path] === null && !entered && wanted[fulfilment].includes(path))
      faults.push({ path, message: `${fulfilment} wants one.` });
    if (said[path] !== null && !welcome[fulfilment].includes(path))
      faults.push({ path, message: `${fulfilment} has none.` });
  }
  const ahead = wishedAt ? wishedAt.getTime() - now.getTime() : null;
  if (ahead !== null && !(ahead > 0 && ahead <= farthestMs))
    faults.push({ path: 'wishedAt', message: 'It must be in the future, within 7 days.' });
  return faults;
}
