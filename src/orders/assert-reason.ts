import { Refusal } from '../errors.ts';
import type { EndReason } from './end-reason.ts';
import type { OrderStatus } from './order-status.ts';

export interface Reasoned {
  readonly to: OrderStatus;
  readonly reason?: EndReason | null;
  readonly reasonNote?: string | null;
}

const reasoned: readonly OrderStatus[] = ['REJECTED', 'CANCELLED'];

/** Who is turned away learns why; nothing else has a reason. Throws BAD_USER_INPUT. */
export function assertReason({ to, reason = null, reasonNote = null }: Reasoned): void {
  const wanted = reasoned.includes(to);
  if (wanted === (reason !== null) && (wanted || reasonNote === null)) return;
  const message = wanted ? `${to} wants one.` : `${to} has none.`;
  const path = wanted || reason !== null ? 'reason' : 'reasonNote';
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path, message }] });
}
