import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import { roleIn, seesTickets } from '../restaurants/restaurant-access.ts';
import { assertVisitReads } from '../restaurants/visit-access.ts';
import type { Context, Viewer } from '../viewer.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import type { Mover } from './order-status.ts';

/** An order, for whoever may see it: the kitchen, the floor, managers, owners, and the guest or customer whose it is. */
export async function orderForReading(ctx: Context, id: string): Promise<Order> {
  const restaurantId = await restaurantOf(ctx.em, 'order', id);
  if (!restaurantId) throw notFound();
  const { em } = scoped(ctx.em, restaurantId);
  const order = await em.findOne(Order, { id });
  if (!order || (await moversOf(ctx, order)).length === 0) throw notFound();
  if (ctx.viewer.kind === 'guest') await assertVisitReads(ctx, ctx.viewer.visit);
  await loadLines(em, [order]);
  return order;
}

/** As what the viewer may touch an order: a role here, its owner, or nothing. */
export async function moversOf(ctx: Context, order: Order): Promise<Mover[]> {
  const movers: Mover[] = isOwn(ctx.viewer, order) ? ['OWN'] : [];
  const role = await roleIn(ctx, order.restaurantId);
  if (role && seesTickets.includes(role)) movers.push(role);
  return movers;
}

function isOwn(viewer: Viewer, { personId, visitId }: Order): boolean {
  if (viewer.kind === 'guest') return visitId === viewer.visit.id;
  return (
    viewer.kind === 'person' &&
    (personId === viewer.personId || (visitId !== null && visitId === viewer.visit?.id))
  );
}
