import { scoped } from '../database/scoped.ts';
import type { LiveMessage } from '../events/live-source.ts';
import { findOrder } from '../orders/find-orders.ts';
import { loadLines } from '../orders/load-lines.ts';
import { Order } from '../orders/order.entity.ts';
import { activeStatuses } from '../orders/order-status.ts';
import { type Context, remembered, signedIn } from '../viewer.ts';

export interface DeliveriesOfMessage {
  readonly deliveries: Order[] | null;
  readonly delivery: Order | null;
  readonly gone: string | null;
}

const nothing: DeliveriesOfMessage = { deliveries: null, delivery: null, gone: null };

/** What a message tells the person asking: all they are to bring, one of it that changed, or what was taken from them. */
export async function deliveriesOf(
  ctx: Context,
  restaurantId: string,
  { verdict, event }: LiveMessage,
): Promise<DeliveriesOfMessage> {
  const me = signedIn(ctx);
  const scope = scoped(ctx.em, restaurantId);
  if (verdict === 'RESUMED') return nothing;
  if (!event) return { ...nothing, deliveries: await toBring(scope.em, me) };
  const { kind, subject, data } = event;
  const order = await remembered(ctx, `order ${subject}`, () => findOrder(scope, subject));
  if (order.courierId === me) return { ...nothing, delivery: order };
  const taken = kind === 'order.courier-changed' && data['from'] === me;
  return taken ? { ...nothing, gone: subject } : nothing;
}

async function toBring(em: ReturnType<typeof scoped>['em'], courierId: string): Promise<Order[]> {
  const orders = await em.find(
    Order,
    { courierId, status: { $in: [...activeStatuses] } },
    { orderBy: { id: 'asc' } },
  );
  await loadLines(em, orders);
  return orders;
}
