import { LiveSource } from '../events/live-source.ts';
import { findRestaurantBySlug } from '../restaurants/find-restaurant.ts';
import type { Context, Viewer } from '../viewer.ts';

/** Follows a restaurant's public menu, for everybody: all who ask the same share each message. */
export async function followMenu(
  ctx: Context,
  slug: string,
  after: number | null,
): Promise<LiveSource<Viewer>> {
  const { id: stream } = await findRestaurantBySlug(ctx, slug);
  return new LiveSource<Viewer>({
    stream,
    topic: 'menu',
    after,
    concerns: ({ topic }) => topic === 'restaurant',
    rights: async (asking) => {
      await findRestaurantBySlug(asking, slug);
      return { kind: 'anonymous' };
    },
  });
}
