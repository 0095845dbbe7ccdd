import { Refusal } from '../errors.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';

/** Throws FULFILMENT_UNAVAILABLE. */
export function assertOffered(fulfilment: Fulfilment, offered: readonly Fulfilment[]): void {
  if (offered.includes(fulfilment)) return;
  throw new Refusal('FULFILMENT_UNAVAILABLE', `This restaurant offers ${offered.join(', ')}.`, {
    offered: [...offered],
  });
}
