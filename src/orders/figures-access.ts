import { type Permission, runs } from '../restaurants/restaurant-access.ts';

/** Owners and managers read how the day goes, takings and all, and programs that read orders. */
export const seesFigures: Permission = { ...runs, scope: 'orders:read' };
