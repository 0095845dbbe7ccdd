import type { Permission } from '../restaurants/restaurant-access.ts';

/** Whoever cooks and whoever runs the restaurant says when an order will be ready, and programs that write orders. */
export const promises: Permission = { roles: ['OWNER', 'MANAGER', 'KITCHEN'], scope: 'orders:write' };
