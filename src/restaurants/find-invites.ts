import { scoped } from '../database/scoped.ts';
import type { Context } from '../viewer.ts';
import { Invite } from './invite.entity.ts';
import { assertRole, runs } from './restaurant-access.ts';

/** A restaurant's open invites, expired ones included: they can be sent again. Newest first. */
export async function findInvites(ctx: Context, restaurantId: string): Promise<Invite[]> {
  await assertRole(ctx, restaurantId, runs);
  const { em } = scoped(ctx.em, restaurantId);
  return em.find(Invite, { acceptedAt: null, revokedAt: null }, { orderBy: { id: 'desc' } });
}
