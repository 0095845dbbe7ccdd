import type { Context } from '../viewer.ts';
import type { Order } from './order.entity.ts';
import { orderForReading } from './order-access.ts';

interface Named {
  readonly orderId?: string;
  readonly input?: Named;
}

/** What a repeated change of an order is answered with. */
export const orderAgains = {
  Order: (ctx: Context, { input, ...args }: Named): Promise<Order> =>
    orderForReading(ctx, { ...input, ...args }.orderId!),
};
