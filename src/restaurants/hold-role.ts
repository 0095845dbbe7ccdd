import type { Work } from '../events/transact.ts';
import type { Authority, Context } from '../viewer.ts';
import { assertRoleWithin } from './assert-role-within.ts';
import { holdStaff } from './hold-staff.ts';
import type { Permission } from './restaurant-access.ts';

/** The right to a change, held until its transaction ends. Throws as assertRole does. */
export async function holdRole(ctx: Context, tx: Work, permission: Permission): Promise<Authority> {
  await holdStaff(tx);
  return assertRoleWithin(ctx, tx, permission);
}
