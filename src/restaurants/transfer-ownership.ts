import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeStaff } from './change-staff.ts';
import { findMember, type StaffMember } from './find-staff.ts';
import type { OffDuty } from './off-duty.ts';
import { owns } from './restaurant-access.ts';
import { roleOf } from './role-of.ts';
import { setRole } from './set-role.ts';
import { assertNoRise } from './staff-access.ts';

/** Makes somebody on the staff an owner in place of the owner asking, who is a manager from then on. */
export function transferOwnership(
  ctx: Context,
  { restaurantId, personId }: { restaurantId: string; personId: string },
  offDuty: OffDuty,
): Promise<StaffMember> {
  return changeStaff(ctx, restaurantId, owns, async (tx) => {
    const was = await roleOf(tx, personId);
    if (!was) throw notFound();
    if (personId === tx.me) assertNoRise(was, 'OWNER');
    else {
      const risen = was === 'OWNER' ? [] : await setRole(tx, personId, 'OWNER', offDuty);
      // An admin who is no owner here has nothing to hand over, and makes one.
      const stepped =
        (await roleOf(tx, tx.me)) === 'OWNER' ? await setRole(tx, tx.me, 'MANAGER', offDuty) : [];
      await tx.tell([...risen, ...stepped]);
    }
    return findMember(tx, personId);
  });
}
