import { notFound } from '../errors.ts';
import { lastAbout } from '../events/last-about.ts';
import type { Context } from '../viewer.ts';
import { changeStaff } from './change-staff.ts';
import { dismiss } from './dismiss.ts';
import { runs } from './restaurant-access.ts';
import { roleOf } from './role-of.ts';
import { assertManages } from './staff-access.ts';

/** Dismisses somebody. Again: nothing more happens. Throws LAST_OWNER. */
export function removeStaff(
  ctx: Context,
  { restaurantId, personId }: { restaurantId: string; personId: string },
): Promise<void> {
  return changeStaff(ctx, restaurantId, runs, async (tx) => {
    const role = await roleOf(tx, personId);
    // Gone already, or never here: that is nobody's to dismiss.
    if (!role && (await lastAbout(tx, restaurantId, 'staff', personId))) return;
    if (!role) throw notFound();
    assertManages(tx.mine, role);
    await dismiss(tx, personId, 'staff.removed');
  });
}
