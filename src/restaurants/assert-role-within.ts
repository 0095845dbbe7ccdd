import type { Work } from '../events/transact.ts';
import type { Authority, Context } from '../viewer.ts';
import { assertRole, type Permission } from './restaurant-access.ts';

/** The right to a change as it is within its transaction, whatever this request has looked up before. Throws as assertRole does. */
export function assertRoleWithin(
  { viewer, audit, rules }: Context,
  { em, restaurantId }: Work,
  permission: Permission,
): Promise<Authority> {
  return assertRole({ viewer, audit, rules, em, memo: new Map() }, restaurantId, permission);
}
