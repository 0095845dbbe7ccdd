import { Refusal } from '../errors.ts';
import { allows, authorityIn } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { Order } from './order.entity.ts';
import { orderForReading } from './order-access.ts';
import { promises } from './promise-access.ts';

/** An order, to promise it for another time. Throws FORBIDDEN for others who see it. */
export async function orderForPromising(ctx: Context, id: string): Promise<Order> {
  const order = await orderForReading(ctx, id);
  const authority = await authorityIn(ctx, order.restaurantId);
  if (!authority || !allows(promises, authority))
    throw new Refusal('FORBIDDEN', `This is for ${promises.roles.join(', ')}.`);
  return order;
}
