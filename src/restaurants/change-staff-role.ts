import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeStaff } from './change-staff.ts';
import { findMember, type StaffMember } from './find-staff.ts';
import type { OffDuty } from './off-duty.ts';
import { runs } from './restaurant-access.ts';
import type { Role } from './role.ts';
import { roleOf } from './role-of.ts';
import { setRole } from './set-role.ts';
import { assertAnOwnerIsLeft, assertManages, assertNoRise } from './staff-access.ts';

export interface RoleChange {
  readonly restaurantId: string;
  readonly personId: string;
  readonly role: Role;
}

/** Gives somebody another role. The last one to say wins. Again: nothing more happens. Throws LAST_OWNER. */
export function changeStaffRole(
  ctx: Context,
  { restaurantId, personId, role }: RoleChange,
  offDuty: OffDuty,
): Promise<StaffMember> {
  return changeStaff(ctx, restaurantId, runs, async (tx) => {
    const was = await roleOf(tx, personId);
    if (!was) throw notFound();
    assertManages(tx.mine, was, role);
    if (personId === tx.me) assertNoRise(was, role);
    if (role !== was) {
      const changed = await setRole(tx, personId, role, offDuty);
      await assertAnOwnerIsLeft(tx);
      await tx.tell(changed);
    }
    return findMember(tx, personId);
  });
}
