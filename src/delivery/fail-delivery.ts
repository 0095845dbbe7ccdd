import { byPerson } from '../orders/by-person.ts';
import type { FailureReason } from '../orders/delivery-failure.ts';
import { moveOrder } from '../orders/move-order.ts';
import type { Order } from '../orders/order.entity.ts';
import type { Context } from '../viewer.ts';

export interface Failing {
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly reason: FailureReason;
  readonly note: string | null;
}

/** Nobody got what was brought: it comes back, with why. */
export function failDelivery(ctx: Context, { reason, note, ...order }: Failing): Promise<Order> {
  const failure = { reason, note, byId: byPerson(ctx), at: ctx.now().toISOString() };
  return moveOrder(ctx, { ...order, to: 'RETURNED' }, failure);
}
