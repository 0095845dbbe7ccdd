import { LiveSource } from '../events/live-source.ts';
import { changesRights } from '../restaurants/changes-rights.ts';
import { assertRole, brings } from '../restaurants/restaurant-access.ts';
import type { Context, Viewer } from '../viewer.ts';

/** Follows what the person asking is to bring for a restaurant. Rights here are the person's own, so nobody shares the messages. */
export async function followDeliveries(
  ctx: Context,
  restaurantId: string,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { viewer } = ctx;
  const own = async (asking: Context): Promise<Viewer> => {
    await assertRole(asking, restaurantId, brings);
    return asking.viewer;
  };
  await own(ctx);
  return new LiveSource<Viewer>({
    stream: restaurantId,
    topic: 'order',
    after,
    concerns: (event) => changesRights(viewer, event),
    rights: own,
  });
}
