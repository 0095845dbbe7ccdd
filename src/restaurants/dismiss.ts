import { sql } from '../database/sql.ts';
import type { Fact } from '../events/transact.ts';
import type { StaffChange } from './change-staff.ts';
import type { OffDuty } from './off-duty.ts';
import { assertAnOwnerIsLeft } from './staff-access.ts';
import { withdrawInvites } from './withdraw-invites.ts';

/** Takes somebody off the staff, with the invites they have sent; tells of that, and of what goes with it. Throws LAST_OWNER. */
export async function dismiss(
  tx: StaffChange,
  personId: string,
  kind: 'staff.removed' | 'staff.left',
  offDuty: OffDuty,
  besides: readonly Fact[] = [],
): Promise<void> {
  await tx.rows(sql`delete from staff where restaurant_id = ${tx.restaurantId} and person_id = ${personId}`);
  await assertAnOwnerIsLeft(tx);
  const takenBack = await offDuty(tx, personId);
  const withdrawn = await withdrawInvites(tx, personId);
  await tx.tell([{ kind, subject: personId }, ...takenBack, ...withdrawn, ...besides]);
}
