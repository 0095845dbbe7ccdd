import { notFound } from '../errors.ts';
import { assertAdmin } from '../people/platform-access.ts';
import type { Context } from '../viewer.ts';
import { authorityIn } from './restaurant-access.ts';

/** What not even owners may. Throws NOT_FOUND for all but admins of the platform, and when there is no such restaurant. */
export async function assertPlatform(ctx: Context, restaurantId: string): Promise<void> {
  assertAdmin(ctx);
  if (!(await authorityIn(ctx, restaurantId))) throw notFound();
  ctx.audit?.about(restaurantId, true);
}
