import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertRole, runs } from './restaurant-access.ts';
import type { Role } from './role.ts';

/** Dismisses somebody: owners anybody but the last owner, managers the kitchen, the floor and couriers. */
export async function removeStaff(
  ctx: Context,
  { restaurantId, personId }: { restaurantId: string; personId: string },
): Promise<void> {
  const { role: mine } = await assertRole(ctx, restaurantId, runs);
  await transact(ctx, restaurantId, async (tx) => {
    const [member] = await tx.rows<{ role: Role }>(sql`
      delete from staff where restaurant_id = ${restaurantId} and person_id = ${personId} returning role`);
    if (!member) throw notFound();
    if (mine === 'MANAGER' && runs.roles.includes(member.role)) {
      throw new Refusal('FORBIDDEN', 'Managers dismiss the kitchen, the floor and couriers.');
    }
    await tx.tell([{ kind: 'staff.removed', subject: personId }]);
    if (member.role === 'OWNER') await assertAnOwnerIsLeft();

    async function assertAnOwnerIsLeft(): Promise<void> {
      const owner = await tx.row(
        sql`select 1 from staff where restaurant_id = ${restaurantId} and role = 'OWNER' limit 1`,
      );
      if (!owner) throw new Refusal('FORBIDDEN', 'The last owner cannot be removed.');
    }
  });
}
