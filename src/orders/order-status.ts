import type { Role } from '../restaurants/role.ts';

export const orderStatuses = [
  'PLACED',
  'ACCEPTED',
  'PREPARING',
  'READY',
  'COMPLETED',
  'REJECTED',
  'CANCELLED',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

/** On the kitchen's board. */
export const activeStatuses: readonly OrderStatus[] = ['PLACED', 'ACCEPTED', 'PREPARING', 'READY'];

/** As what somebody touches an order: a role in its restaurant, the guest or customer whose it is, or a reader, who moves nothing. */
export type Mover = Role | 'OWN' | 'READER';

export interface OrderMove {
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  readonly by: readonly Mover[];
}

const everybody: readonly Mover[] = ['KITCHEN', 'FLOOR', 'MANAGER', 'OWNER'];
const cooks: readonly Mover[] = ['KITCHEN', 'MANAGER', 'OWNER'];
const front: readonly Mover[] = ['FLOOR', 'MANAGER', 'OWNER'];

export const orderMoves: readonly OrderMove[] = [
  { from: 'PLACED', to: 'ACCEPTED', by: everybody },
  { from: 'PLACED', to: 'REJECTED', by: everybody },
  { from: 'PLACED', to: 'CANCELLED', by: [...front, 'OWN'] },
  { from: 'ACCEPTED', to: 'PREPARING', by: cooks },
  { from: 'ACCEPTED', to: 'CANCELLED', by: front },
  { from: 'PREPARING', to: 'READY', by: cooks },
  { from: 'PREPARING', to: 'CANCELLED', by: front },
  { from: 'READY', to: 'COMPLETED', by: everybody },
  { from: 'READY', to: 'CANCELLED', by: front },
];
