import { notFound } from '../errors.ts';
import { lastAbout } from '../events/last-about.ts';
import type { Context } from '../viewer.ts';
import { changeStaff } from './change-staff.ts';
import { dismiss } from './dismiss.ts';
import type { OffDuty } from './off-duty.ts';
import { runs } from './restaurant-access.ts';
import { revokeKeysOf } from './revoke-keys-of.ts';
import { roleOf } from './role-of.ts';
import { assertManages } from './staff-access.ts';

export interface Dismissal {
  readonly restaurantId: string;
  readonly personId: string;
  readonly revokeKeys: boolean;
}

/**
 * Dismisses somebody, and revokes the keys they have made: whoever made a key has seen its token. Only owners have a say in keys,
 * so those stay when a manager asks. Again: nothing more happens. Throws LAST_OWNER.
 */
export function removeStaff(
  ctx: Context,
  { restaurantId, personId, revokeKeys }: Dismissal,
  offDuty: OffDuty,
): Promise<void> {
  return changeStaff(ctx, restaurantId, runs, async (tx) => {
    const role = await roleOf(tx, personId);
    // Gone already, or never here: that is nobody's to dismiss.
    if (!role && (await lastAbout(tx, restaurantId, 'staff', personId))) return;
    if (!role) throw notFound();
    assertManages(tx.mine, role);
    const owner = tx.mine.role === 'OWNER';
    const revoked = revokeKeys && owner ? await revokeKeysOf(tx, personId) : [];
    await dismiss(tx, personId, 'staff.removed', offDuty, revoked);
  });
}
