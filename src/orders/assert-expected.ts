import { Refusal } from '../errors.ts';
import type { Placing } from './place-order.ts';

/** Throws CONFLICT with the total as it is, unless it is the one that the client showed. */
export function assertExpected(
  { cartVersion, expectedTotal }: Pick<Placing, 'cartVersion' | 'expectedTotal'>,
  currentTotal: number,
): void {
  if (expectedTotal === null || expectedTotal === currentTotal) return;
  const detail = `It comes to ${currentTotal} minor units by now, not to ${expectedTotal}.`;
  throw new Refusal('CONFLICT', detail, { currentVersion: cartVersion, currentTotal });
}
