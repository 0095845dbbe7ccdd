import type { Context } from '../viewer.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, runs } from './restaurant-access.ts';

/** Whether managers and owners may assign deliveries to themselves, for managers and owners. */
export async function allowsSelfAssignment(
  ctx: Context,
  { id, selfAssignment }: Restaurant,
): Promise<boolean> {
  await assertRole(ctx, id, runs);
  return selfAssignment;
}
