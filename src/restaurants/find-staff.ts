import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';
import { assertRole, runs } from './restaurant-access.ts';
import type { Role } from './role.ts';

export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Who works at a restaurant, for its managers and owners. */
export async function findStaff(ctx: Context, restaurantId: string): Promise<StaffMember[]> {
  await assertRole(ctx, restaurantId, runs);
  return scoped(ctx.em, restaurantId).rows<StaffMember>(sql`
    select p.id as "personId", p.name, p.email, s.role
    from staff s join person p on p.id = s.person_id
    where s.restaurant_id = ${restaurantId} order by s.created_at, s.id`);
}
