import type { Context } from '../viewer.ts';
import type { Order } from './order.entity.ts';
import { orderForReading } from './order-access.ts';

/** What a repeated change of an order is answered with. */
export const orderAgains = {
  Order: (ctx: Context, { orderId }: { orderId: string }): Promise<Order> => orderForReading(ctx, orderId),
};
