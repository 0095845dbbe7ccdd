import type { Context } from '../viewer.ts';
import { changeStaff, type StaffChange } from './change-staff.ts';
import { findInvite } from './find-invite.ts';
import { Invite } from './invite.entity.ts';
import { runs } from './restaurant-access.ts';
import { assertManages } from './staff-access.ts';

/** Changes an invite, for whoever manages the role it offers. Throws NOT_FOUND or FORBIDDEN. */
export async function changeInvite(
  ctx: Context,
  id: string,
  work: (tx: StaffChange, invite: Invite) => Promise<void>,
): Promise<Invite> {
  const { restaurantId } = await findInvite(ctx, id);
  return changeStaff(ctx, restaurantId, runs, async (tx) => {
    const invite = await tx.em.findOneOrFail(Invite, { id });
    assertManages(tx.mine, invite.role);
    await work(tx, invite);
    return invite;
  });
}
