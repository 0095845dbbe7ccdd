import type { Work } from '../events/transact.ts';
import type { Authority, Context } from '../viewer.ts';
import { assertRole, type Permission } from './restaurant-access.ts';

/**
 * The right to a change as it is within its transaction, whatever this request has looked up before; what the answer shows goes by it
 * too. Throws as assertRole does.
 */
export async function assertRoleWithin(
  { viewer, audit, rules, memo: known }: Context,
  { em, restaurantId }: Work,
  permission: Permission,
): Promise<Authority> {
  const memo = new Map<string, Promise<unknown>>();
  const authority = await assertRole({ viewer, audit, rules, em, memo }, restaurantId, permission);
  for (const [key, found] of memo) known.set(key, found);
  return authority;
}
