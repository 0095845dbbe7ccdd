import { type Scope, scoped } from '../database/scoped.ts';
import { newestFirst, type Page, type PageArgs } from '../page.ts';
import { Person } from '../people/person.entity.ts';
import type { Context } from '../viewer.ts';
import { assertRole, runs } from './restaurant-access.ts';
import type { Role } from './role.ts';
import { Staff } from './staff.entity.ts';

export interface StaffMember {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
}

/** Who works at a restaurant, for its managers and owners; whoever came last comes first. */
export async function findStaff(
  ctx: Context,
  restaurantId: string,
  page: PageArgs,
): Promise<Page<StaffMember>> {
  await assertRole(ctx, restaurantId, runs);
  const { em } = scoped(ctx.em, restaurantId);
  return newestFirst(
    page,
    async ({ olderThan, newerThan, direction, limit }) => {
      const id = { ...(olderThan ? { $lt: olderThan } : {}), ...(newerThan ? { $gt: newerThan } : {}) };
      const between = olderThan || newerThan ? { id } : {};
      return asMembers(em, await em.find(Staff, between, { orderBy: { id: direction }, limit }));
    },
    () => em.count(Staff),
  );
}

/** Somebody of whom it is known that they work there. */
export async function findMember({ em }: Scope, personId: string): Promise<StaffMember> {
  const staff = await em.findOneOrFail(Staff, { personId }, { refresh: true });
  return (await asMembers(em, [staff]))[0]!;
}

async function asMembers(em: Scope['em'], staff: readonly Staff[]): Promise<StaffMember[]> {
  const people = await em.find(Person, { id: { $in: staff.map(({ personId }) => personId) } });
  const known = new Map(people.map((person) => [person.id, person]));
  return staff.map(({ id, personId, role, createdAt }) => {
    const { name, email } = known.get(personId)!;
    return { id, personId, name, email, role, createdAt };
  });
}
