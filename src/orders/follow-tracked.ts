import { LiveSource } from '../events/live-source.ts';
import type { Context, Viewer } from '../viewer.ts';
import { trackOrder } from './track-order.ts';

const anybody: Viewer = { kind: 'anonymous' };

/** Follows an order for whoever has its code: all who have it are told the same. */
export async function followTracked(
  ctx: Context,
  code: string,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { order } = await trackOrder(ctx, code);
  return new LiveSource<Viewer>({
    stream: order.restaurantId,
    topic: 'order',
    subject: order.id,
    after,
    concerns: () => false,
    rights: async () => anybody,
  });
}
