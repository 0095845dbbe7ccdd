import type { LineStatus } from './line-status.ts';
import type { OrderLine } from './order-line.entity.ts';

/** Where a line stands. */
export function lineStatusOf({ status, quantity, voided }: OrderLine): LineStatus {
  return voided === quantity ? 'VOID' : status;
}
