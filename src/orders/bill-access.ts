import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { allows, authorityIn, type Permission, runs } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { holdMovers } from './hold-movers.ts';
import { isOwn } from './is-own.ts';
import type { Order } from './order.entity.ts';
import { moversOf, orderForReading } from './order-access.ts';
import type { Mover } from './order-status.ts';

/** Owners and managers change what a placed order comes to, and programs that write orders. */
export const changesBills: Permission = { ...runs, scope: 'orders:write' };

const adding: readonly Mover[] = ['OWN', 'FLOOR', 'MANAGER', 'OWNER'];

/** An order, to change what it comes to. Throws FORBIDDEN for others who see it. */
export async function orderForBilling(ctx: Context, id: string): Promise<Order> {
  const order = await orderForReading(ctx, id);
  const authority = await authorityIn(ctx, order.restaurantId);
  if (!authority || !allows(changesBills, authority))
    throw new Refusal('FORBIDDEN', `This is for ${changesBills.roles.join(', ')}.`);
  return order;
}

/**
 * An order at a restaurant, for its guest or customer and those who serve, to add to it. Answers with when it is wanted and what holds their role within the
 * transaction; one's own order nobody takes away. Throws FORBIDDEN for others who see it.
 */
export async function orderForAdding(
  ctx: Context,
  id: string,
  restaurantId: string,
): Promise<{ readonly wishedAt: Date | null; holdMover(tx: Work): Promise<void> }> {
  const order = await orderForReading(ctx, id);
  if (order.restaurantId !== restaurantId) throw notFound();
  assertAdds(await moversOf(ctx, order));
  return {
    wishedAt: order.wishedAt,
    async holdMover(tx) {
      if (!isOwn(ctx.viewer, order)) assertAdds(await holdMovers(ctx, tx, order));
    },
  };
}

function assertAdds(movers: readonly Mover[]): void {
  if (!movers.some((mover) => adding.includes(mover))) throw new Refusal('FORBIDDEN');
}
