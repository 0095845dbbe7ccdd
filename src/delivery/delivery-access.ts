import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Order } from '../orders/order.entity.ts';
import { orderForReading } from '../orders/order-access.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { allows, authorityIn, runs } from '../restaurants/restaurant-access.ts';
import { roleOf } from '../restaurants/role-of.ts';
import type { Context } from '../viewer.ts';

/** An order, for managers and owners to say who brings it. Throws FORBIDDEN for others who see it. */
export async function orderForAssigning(ctx: Context, id: string): Promise<Order> {
  const order = await orderForReading(ctx, id);
  const authority = await authorityIn(ctx, order.restaurantId);
  if (!authority || !allows(runs, authority))
    throw new Refusal('FORBIDDEN', `This is for ${runs.roles.join(', ')}.`);
  return order;
}

/** Couriers bring orders, and whoever assigns them where the owner allows it. Throws NOT_FOUND, FORBIDDEN or BAD_USER_INPUT. */
export async function assertBrings({ viewer }: Context, tx: Work, courierId: string): Promise<void> {
  const role = await roleOf(tx, courierId);
  if (!role) throw notFound();
  if (role === 'COURIER') return;
  if (viewer.kind === 'person' && viewer.personId === courierId) {
    const { selfAssignment } = await tx.em.findOneOrFail(Restaurant, { id: tx.restaurantId });
    if (!selfAssignment) throw new Refusal('FORBIDDEN', 'The owner has not allowed assigning to oneself.');
    return;
  }
  const message = 'It must be a courier of this restaurant.';
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'courierId', message }] });
}
