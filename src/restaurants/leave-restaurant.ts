import { notFound } from '../errors.ts';
import { lastAbout } from '../events/last-about.ts';
import type { Context } from '../viewer.ts';
import { changeStaff } from './change-staff.ts';
import { dismiss } from './dismiss.ts';
import type { OffDuty } from './off-duty.ts';
import { worksHere } from './restaurant-access.ts';
import { roleOf } from './role-of.ts';

/** Takes the person asking off a restaurant's staff. Again: nothing more happens. Throws LAST_OWNER. */
export async function leaveRestaurant(ctx: Context, restaurantId: string, offDuty: OffDuty): Promise<void> {
  const { viewer } = ctx;
  if (viewer.kind === 'person') {
    const last = await lastAbout(ctx, restaurantId, 'staff', viewer.personId);
    if (last === 'staff.left') return;
  }
  await changeStaff(ctx, restaurantId, worksHere, async (tx) => {
    // An admin may what an owner may, without being on the staff.
    if (!(await roleOf(tx, tx.me))) throw notFound();
    await dismiss(tx, tx.me, 'staff.left', offDuty);
  });
}
