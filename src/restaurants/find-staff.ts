import { type Scope, scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import { Person } from '../people/person.entity.ts';
import type { Context } from '../viewer.ts';
import { assertRole, runs } from './restaurant-access.ts';
import type { Role } from './role.ts';
import { Staff } from './staff.entity.ts';
import { type StaffFilter, staffFilter } from './staff-filter.ts';
import { type StaffOrder, staffKeys } from './staff-keys.ts';

export interface StaffMember {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
}

export interface StaffQuery {
  readonly filter: StaffFilter;
  readonly orderBy: readonly StaffOrder[];
  readonly page: PageArgs;
}

/** Who works at a restaurant, for its managers and owners. */
export async function findStaff(
  ctx: Context,
  restaurantId: string,
  { filter, orderBy, page }: StaffQuery,
): Promise<Page<StaffMember>> {
  await assertRole(ctx, restaurantId, runs);
  return listByKeys<MemberRow, StaffMember>(staffKeys(orderBy), page, {
    what: sql`s.id, s.person_id as "personId", p.name, p.email, s.role, s.created_at as "createdAt"`,
    from: sql`staff s join person p on p.id = s.person_id`,
    where: staffFilter(restaurantId, filter),
    run: scoped(ctx.em, restaurantId).rows,
    node: (row) => ({ ...row, createdAt: new Date(row.createdAt) }),
  });
}

/** As the database writes it. */
type MemberRow = Omit<StaffMember, 'createdAt'> & { readonly createdAt: string };

/** Somebody of whom it is known that they work there. */
export async function findMember({ em }: Scope, personId: string): Promise<StaffMember> {
  const staff = await em.findOneOrFail(Staff, { personId }, { refresh: true });
  const { name, email } = await em.findOneOrFail(Person, { id: personId });
  return { id: staff.id, personId, name, email, role: staff.role, createdAt: staff.createdAt };
}
