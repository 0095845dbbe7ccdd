import { LiveSource } from '../events/live-source.ts';
import { changesRights } from '../restaurants/changes-rights.ts';
import { assertRole } from '../restaurants/restaurant-access.ts';
import type { Context, Viewer } from '../viewer.ts';
import { seesFigures } from './figures-access.ts';

/** Figures are counted at most so often for all who follow them, however many orders move. */
const gatherMs = 500;

/** Follows how a restaurant's day goes. Managers and owners are told the same, so they share the messages. */
export async function followFigures(
  ctx: Context,
  restaurantId: string,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { viewer } = ctx;
  const whoever = async (asking: Context): Promise<Viewer> => {
    await assertRole(asking, restaurantId, seesFigures);
    return { kind: 'crew', restaurantId, authority: { role: 'MANAGER', scopes: [], barred: false } };
  };
  await whoever(ctx);
  return new LiveSource<Viewer>({
    stream: restaurantId,
    topic: 'order',
    after,
    gatherMs,
    concerns: (event) => changesRights(viewer, event),
    rights: whoever,
  });
}
