import { restaurantOf } from '../database/restaurant-of.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { ApiKey } from './api-key.entity.ts';
import { changeRestaurant } from './change-restaurant.ts';
import { owns } from './restaurant-access.ts';

/** The key opens nothing from now on, and its sockets close. Again: nothing more happens. */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKey> {
  const restaurantId = await restaurantOf(ctx.em, 'apiKey', id);
  if (!restaurantId) throw notFound();
  return changeRestaurant(ctx, restaurantId, owns, async (tx) => {
    const key = await tx.em.findOneOrFail(ApiKey, { id });
    if (key.revokedAt) return key;
    key.revokedAt = new Date();
    await tx.tell([{ kind: 'key.revoked', subject: id }]);
    return key;
  });
}
