import { sql } from '../database/sql.ts';
import type { Fact } from '../events/transact.ts';
import type { StaffChange } from './change-staff.ts';
import type { OffDuty } from './off-duty.ts';
import type { Role } from './role.ts';
import { managedBy } from './staff-access.ts';
import { withdrawInvites } from './withdraw-invites.ts';

/** Gives somebody on the staff another role, and answers with what happened, for the caller to tell. */
export async function setRole(
  tx: StaffChange,
  personId: string,
  role: Role,
  offDuty: OffDuty,
): Promise<Fact[]> {
  await tx.rows(sql`
    update staff set role = ${role} where restaurant_id = ${tx.restaurantId} and person_id = ${personId}`);
  const takenBack = await offDuty(tx, personId);
  const changed = { kind: 'staff.role-changed', subject: personId, data: { role } };
  return [changed, ...takenBack, ...(await withdrawInvites(tx, personId, managedBy[role]))];
}
