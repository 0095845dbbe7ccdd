import { Refusal } from '../errors.ts';
import type { Fault } from './wish-faults.ts';

/** Throws BAD_USER_INPUT with every fault. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new Refusal('BAD_USER_INPUT', detail, { fields: [...faults] });
}
