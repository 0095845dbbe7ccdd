import { scoped } from '../database/scoped.ts';
import type { Context } from '../viewer.ts';
import { ApiKey } from './api-key.entity.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** A restaurant's keys, revoked and expired ones included, newest first. */
export async function findApiKeys(ctx: Context, restaurantId: string): Promise<ApiKey[]> {
  await assertRole(ctx, restaurantId, owns);
  return scoped(ctx.em, restaurantId).em.find(ApiKey, {}, { orderBy: { id: 'desc' } });
}
