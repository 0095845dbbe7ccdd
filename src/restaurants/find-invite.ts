import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { Invite } from './invite.entity.ts';
import { assertRole, runs } from './restaurant-access.ts';

/** One invite, open or not, for whoever runs its restaurant. Throws NOT_FOUND or FORBIDDEN. */
export async function findInvite(ctx: Context, id: string): Promise<Invite> {
  const restaurantId = await restaurantOf(ctx.em, 'invite', id);
  if (!restaurantId) throw notFound();
  await assertRole(ctx, restaurantId, runs);
  const invite = await scoped(ctx.em, restaurantId).em.findOne(Invite, { id });
  if (!invite) throw notFound();
  return invite;
}
