import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { notFound, Refusal } from '../errors.ts';
import { type Asking, allows, authorityIn, brings, seesOrders } from '../restaurants/restaurant-access.ts';
import { assertVisitReads } from '../restaurants/visit-access.ts';
import { type Context, type Viewer, visitAt } from '../viewer.ts';
import { byVisitAlone } from './by-visit-alone.ts';
import { isOwn } from './is-own.ts';
import { loadLines } from './load-lines.ts';
import { Order } from './order.entity.ts';
import { activeStatuses, type Mover } from './order-status.ts';

/** An order, for whoever may see it: the kitchen, the floor, managers, owners, the courier who brings it, and the guest or customer whose it is. */
export async function orderForReading(ctx: Context, id: string): Promise<Order> {
  const restaurantId = await restaurantOf(ctx.em, 'order', id);
  if (!restaurantId) throw notFound();
  const { em } = scoped(ctx.em, restaurantId);
  const order = await em.findOne(Order, { id });
  const movers = order ? await moversOf(ctx, order) : [];
  if (!order || movers.length === 0) throw notFound();
  const visit = visitAt(ctx, restaurantId);
  if (visit && byVisitAlone(ctx.viewer, order, movers)) await assertVisitReads(ctx, visit);
  await loadLines(em, [order]);
  return order;
}

/** By what an order is somebody's to touch. */
export type Touched = Pick<Order, 'restaurantId' | 'personId' | 'visitId' | 'party' | 'courierId'>;

/** As what the viewer may touch an order: a role here, its owner, or nothing. A key that writes orders moves them as a manager does. */
export async function moversOf(ctx: Asking, order: Touched): Promise<Mover[]> {
  const movers: Mover[] = isOwn(ctx.viewer, order) ? ['OWN'] : [];
  const authority = await authorityIn(ctx, order.restaurantId);
  if (authority && allows(seesOrders, authority)) {
    movers.push(authority.role ?? (authority.scopes.includes('orders:write') ? 'MANAGER' : 'READER'));
  }
  if (authority && allows(brings, authority) && isBroughtBy(ctx.viewer, order)) movers.push('COURIER');
  if (authority?.barred && movers.length === 0) throw new Refusal('SECOND_FACTOR_REQUIRED');
  return movers;
}

/** Whoever may have to ring or find the customer, and the customer; not the kitchen, nor the courier once it is over. */
export async function reachesCustomer(ctx: Context, order: Order): Promise<boolean> {
  const blind: Mover[] = activeStatuses.includes(order.status) ? ['KITCHEN'] : ['KITCHEN', 'COURIER'];
  return (await moversOf(ctx, order)).some((mover) => !blind.includes(mover));
}

function isBroughtBy(viewer: Viewer, { courierId }: Touched): boolean {
  return viewer.kind === 'person' && courierId === viewer.personId;
}
