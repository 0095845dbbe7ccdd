import { type AdditionsUntil, additionsUntil } from '../restaurants/additions-until.ts';
import type { OrderStatus } from './order-status.ts';

/** Whether an order of this status may still be added to, by what its restaurant says. */
export function takesMore(status: OrderStatus, until: AdditionsUntil): boolean {
  const along = (additionsUntil as readonly string[]).indexOf(status);
  return along > 0 && along <= additionsUntil.indexOf(until);
}
