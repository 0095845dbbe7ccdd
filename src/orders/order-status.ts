import { type Fulfilment, fulfilments } from '../restaurants/fulfilment.ts';
import type { Role } from '../restaurants/role.ts';

export const orderStatuses = [
  'PLACED',
  'ACCEPTED',
  'PREPARING',
  'READY',
  'OUT_FOR_DELIVERY',
  'RETURNED',
  'COMPLETED',
  'REJECTED',
  'CANCELLED',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

/** On the kitchen's board. */
export const boardStatuses: readonly OrderStatus[] = ['PLACED', 'ACCEPTED', 'PREPARING', 'READY'];

/** Not over yet. */
export const activeStatuses: readonly OrderStatus[] = [...boardStatuses, 'OUT_FOR_DELIVERY', 'RETURNED'];

/**
 * As what somebody touches an order: a role in its restaurant, of couriers the one it is assigned to, the guest or customer whose it is,
 * or a reader, who moves nothing.
 */
export type Mover = Role | 'OWN' | 'READER';

export interface OrderMove {
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  /** Nobody: it goes so by itself, with its lines. */
  readonly by: readonly Mover[];
  /** Of orders that are handed over so; left out: of all. */
  readonly of?: readonly Fulfilment[];
}

const everybody: readonly Mover[] = ['KITCHEN', 'FLOOR', 'MANAGER', 'OWNER'];
const cooks: readonly Mover[] = ['KITCHEN', 'MANAGER', 'OWNER'];
const front: readonly Mover[] = ['FLOOR', 'MANAGER', 'OWNER'];
const bringers: readonly Mover[] = ['COURIER', ...front];
const fetched = fulfilments.filter((one) => one !== 'DELIVERY');

export const orderMoves: readonly OrderMove[] = [
  { from: 'PLACED', to: 'ACCEPTED', by: everybody },
  { from: 'PLACED', to: 'REJECTED', by: everybody },
  { from: 'PLACED', to: 'CANCELLED', by: [...front, 'OWN'] },
  { from: 'ACCEPTED', to: 'PREPARING', by: cooks },
  { from: 'ACCEPTED', to: 'CANCELLED', by: front },
  { from: 'PREPARING', to: 'READY', by: cooks },
  { from: 'PREPARING', to: 'CANCELLED', by: front },
  { from: 'READY', to: 'PREPARING', by: [] },
  { from: 'READY', to: 'COMPLETED', by: everybody, of: fetched },
  { from: 'READY', to: 'OUT_FOR_DELIVERY', by: bringers, of: ['DELIVERY'] },
  { from: 'READY', to: 'CANCELLED', by: front },
  { from: 'OUT_FOR_DELIVERY', to: 'COMPLETED', by: bringers },
  { from: 'OUT_FOR_DELIVERY', to: 'RETURNED', by: bringers },
  { from: 'RETURNED', to: 'READY', by: front },
  { from: 'RETURNED', to: 'CANCELLED', by: front },
];
