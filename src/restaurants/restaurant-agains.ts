import { restaurantOf, type TenantNoun } from '../database/restaurant-of.ts';
import { type Scope, scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { ApiKey } from './api-key.entity.ts';
import { findRestaurant } from './find-restaurant.ts';
import { findMember, type StaffMember } from './find-staff.ts';
import { findTable } from './find-tables.ts';
import { Invite } from './invite.entity.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, owns, type Permission, runs, servesGuests } from './restaurant-access.ts';
import { Staff } from './staff.entity.ts';
import type { Table } from './table.entity.ts';

interface Named {
  readonly restaurantId?: string;
  readonly tableId?: string;
  readonly personId?: string;
  readonly inviteId?: string;
  readonly keyId?: string;
  readonly input?: Named;
}

/** What a repeated change of a restaurant, or of what it has, is answered with, to whoever may still see it. */
export const restaurantAgains = {
  Restaurant: async (ctx: Context, { input, ...args }: Named): Promise<Restaurant> => {
    const { restaurantId } = { ...input, ...args };
    await assertRole(ctx, restaurantId!, servesGuests);
    return findRestaurant(ctx, restaurantId!);
  },
  Table: (ctx: Context, { input, ...args }: Named): Promise<Table> =>
    findTable(ctx, { ...input, ...args }.tableId!, servesGuests, 'archived too'),
  StaffMember: async (ctx: Context, { input, ...args }: Named): Promise<StaffMember> => {
    const { restaurantId, personId } = { ...input, ...args };
    await assertRole(ctx, restaurantId!, runs);
    const scope = scoped(ctx.em, restaurantId!);
    if (!(await scope.em.findOne(Staff, { personId: personId! }))) throw notFound();
    return findMember(scope, personId!);
  },
  Invite: async (ctx: Context, { inviteId }: Named): Promise<Invite> => {
    const { em } = await scopeOf(ctx, 'invite', inviteId!, runs);
    return em.findOneOrFail(Invite, { id: inviteId! });
  },
  ApiKey: async (ctx: Context, { keyId }: Named): Promise<ApiKey> => {
    const { em } = await scopeOf(ctx, 'apiKey', keyId!, owns);
    return em.findOneOrFail(ApiKey, { id: keyId! });
  },
  acceptInvite: null,
  removeStaff: (): boolean => true,
  leaveRestaurant: (): boolean => true,
};

async function scopeOf(ctx: Context, noun: TenantNoun, id: string, permission: Permission): Promise<Scope> {
  const restaurantId = await restaurantOf(ctx.em, noun, id);
  if (!restaurantId) throw notFound();
  await assertRole(ctx, restaurantId, permission);
  return scoped(ctx.em, restaurantId);
}
