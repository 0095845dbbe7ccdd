import { scoped } from '../database/scoped.ts';
import { type LiveMessage, LiveSource } from '../events/live-source.ts';
import { changesRights } from '../restaurants/changes-rights.ts';
import { assertRole, authorityIn, type Permission } from '../restaurants/restaurant-access.ts';
import { type Context, remembered, type Viewer } from '../viewer.ts';
import { findOrder, findOrdersIn } from './find-orders.ts';
import type { Order } from './order.entity.ts';
import { moversOf, orderForReading } from './order-access.ts';
import type { OrderStatus } from './order-status.ts';

/** Follows every order of a restaurant, for whoever sees its tickets or its orders. */
export async function followRestaurantOrders(
  ctx: Context,
  restaurantId: string,
  permission: Permission,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { viewer } = ctx;
  const crew = async (asking: Context): Promise<Viewer> => ({
    kind: 'crew',
    restaurantId,
    authority: await assertRole(asking, restaurantId, permission),
  });
  await crew(ctx);
  return new LiveSource<Viewer>({
    stream: restaurantId,
    topic: 'order',
    after,
    concerns: (event) => changesRights(viewer, event),
    rights: crew,
  });
}

/** Follows one order, for the guest or customer whose it is, whoever brings it, and for the restaurant's staff. */
export async function followOrder(
  ctx: Context,
  orderId: string,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { viewer } = ctx;
  const { restaurantId } = await orderForReading(ctx, orderId);
  const rights = async (asking: Context): Promise<Viewer> => {
    const order = await orderForReading(asking, orderId);
    // Whose own order it is may move it otherwise than colleagues do, and so may who brings it: nobody shares these messages.
    const movers = await moversOf(asking, order);
    if (movers.includes('OWN') || movers.includes('COURIER')) return asking.viewer;
    const authority = await authorityIn(asking, restaurantId);
    return authority ? { kind: 'crew', restaurantId, authority } : asking.viewer;
  };
  return new LiveSource<Viewer>({
    stream: restaurantId,
    topic: 'order',
    subject: orderId,
    after,
    concerns: (event) =>
      changesRights(viewer, event) ||
      (event.topic === 'visit' && viewer.kind === 'guest' && event.subject === viewer.visit.id),
    rights,
  });
}

/** What a message carries: every order in one of these when the stream begins, the one order when it changes. */
export async function ordersOf(
  ctx: Context,
  restaurantId: string,
  { verdict, event }: LiveMessage,
  statuses: readonly OrderStatus[],
): Promise<OrdersOfMessage> {
  const scope = scoped(ctx.em, restaurantId);
  if (event) {
    const one = await remembered(ctx, `order ${event.subject}`, () => findOrder(scope, event.subject));
    return { all: null, one };
  }
  return { all: verdict === 'RESUMED' ? null : await findOrdersIn(scope, statuses), one: null };
}

export interface OrdersOfMessage {
  readonly all: Order[] | null;
  readonly one: Order | null;
}
