import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Authority } from '../viewer.ts';
import { type Role, roles } from './role.ts';

/** Owners manage everybody; managers those who cook, serve and deliver. */
export const managedBy: Readonly<Record<Role, readonly Role[]>> = {
  OWNER: roles,
  MANAGER: ['KITCHEN', 'FLOOR', 'COURIER'],
  KITCHEN: [],
  FLOOR: [],
  COURIER: [],
};

/** Nobody gives or takes away a role that is not theirs to manage. Throws FORBIDDEN. */
export function assertManages({ role: mine }: Authority, ...these: readonly Role[]): void {
  const managed = mine ? managedBy[mine] : [];
  if (!these.every((role) => managed.includes(role))) {
    throw new Refusal('FORBIDDEN', `You manage ${managed.join(', ') || 'nobody'} here.`);
  }
}

/** Nobody raises themselves, whatever else they may. Throws FORBIDDEN. */
export function assertNoRise(from: Role, to: Role): void {
  if (managedBy[to].length > managedBy[from].length) {
    throw new Refusal('FORBIDDEN', 'Nobody raises themselves.');
  }
}

/** A restaurant always has an owner: asked after a change and under its lock. Throws LAST_OWNER. */
export async function assertAnOwnerIsLeft({ restaurantId, row }: Work): Promise<void> {
  const owner = await row(
    sql`select 1 from staff where restaurant_id = ${restaurantId} and role = 'OWNER' limit 1`,
  );
  if (!owner) throw new Refusal('LAST_OWNER');
}
