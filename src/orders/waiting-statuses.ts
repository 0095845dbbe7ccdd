import type { OrderStatus } from './order-status.ts';

/** Not ready yet. */
export const waitingStatuses: readonly OrderStatus[] = ['PLACED', 'ACCEPTED', 'PREPARING'];
