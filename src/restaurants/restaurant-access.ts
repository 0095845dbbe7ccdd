import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { assertStanding } from '../people/assert-standing.ts';
import { type Authority, type Context, remembered } from '../viewer.ts';
import { knownStaff, type StaffFound } from './known-staff.ts';
import type { Role } from './role.ts';
import type { Scope } from './scope.ts';

/** Who asks, and the manager that looks up what that may: a transaction's own within one. */
export type Asking = Pick<Context, 'viewer' | 'em' | 'memo' | 'audit' | 'rules'>;

/** Who may: people of these roles, and keys with this scope. Without a scope no key may. */
export interface Permission {
  readonly roles: readonly Role[];
  readonly scope?: Scope;
}

/** Owners alone decide who owns, which programs get a key, and whether the restaurant goes on. */
export const owns: Permission = { roles: ['OWNER'] };
/** Owners and managers run the restaurant: its tables, its people, its hours. */
export const runs: Permission = { roles: ['OWNER', 'MANAGER'] };
/** They write its menu too. */
export const writesMenu: Permission = { ...runs, scope: 'menu:write' };
/** The people in front close tables and enter orders for guests. */
export const servesGuests: Permission = { roles: ['OWNER', 'MANAGER', 'FLOOR'] };

const cooksOrServes: readonly Role[] = ['OWNER', 'MANAGER', 'FLOOR', 'KITCHEN'];
/** Whoever cooks or serves sees the kitchen's tickets; couriers do not. */
export const seesTickets: Permission = { roles: cooksOrServes, scope: 'kitchen:read' };
export const seesOrders: Permission = { roles: cooksOrServes, scope: 'orders:read' };
export const seesWholeMenu: Permission = { roles: cooksOrServes, scope: 'menu:read' };
/** They take off the menu what has run out, and put it back. */
export const eightySixes: Permission = { roles: cooksOrServes, scope: 'menu:write' };
/** Orders are brought by couriers, and by whoever runs the restaurant when the owner lets them. */
export const brings: Permission = { roles: ['OWNER', 'MANAGER', 'COURIER'] };
/** Whoever works here, couriers included. */
export const worksHere: Permission = { roles: [...cooksOrServes, 'COURIER'] };

/**
 * Throws NOT_FOUND for whoever does not work here, FORBIDDEN for whoever does in another role or with a key for something else,
 * SECOND_FACTOR_REQUIRED for an owner who has to set one up first.
 */
export async function assertRole(
  ctx: Asking,
  restaurantId: string,
  permission: Permission,
): Promise<Authority> {
  const authority = await authorityIn(ctx, restaurantId);
  if (!authority) throw notFound();
  if (authority.barred) throw new Refusal('SECOND_FACTOR_REQUIRED');
  if (!allows(permission, authority)) {
    const needs = authority.role
      ? permission.roles.join(', ')
      : `keys with ${permission.scope ?? 'no such scope'}`;
    throw new Refusal('FORBIDDEN', `This is for ${needs}.`);
  }
  return authority;
}

export function allows({ roles, scope }: Permission, { role, scopes, barred }: Authority): boolean {
  if (barred) return false;
  return role ? roles.includes(role) : scope !== undefined && scopes.includes(scope);
}

/** What the viewer may go by in a restaurant, or null. A platform admin may what its owner may; while it is suspended, nobody else may anything. */
export async function authorityIn(ctx: Asking, restaurantId: string): Promise<Authority | null> {
  const { viewer } = ctx;
  if (viewer.kind === 'crew') return viewer.restaurantId === restaurantId ? viewer.authority : null;
  if (viewer.kind === 'guest' || viewer.kind === 'anonymous') return null;
  if (viewer.kind === 'service' && viewer.restaurantId !== restaurantId) return null;
  const personId = viewer.kind === 'person' ? viewer.personId : null;
  const { authority, asAdmin } = await remembered(
    ctx,
    `authority ${restaurantId} ${personId}`,
    async (): Promise<Grant> => {
      const found = await knownStaff.find(ctx, restaurantId, personId, () =>
        scoped(ctx.em, restaurantId).row<StaffFound>(sql`
          select r.suspended_at is not null as suspended, r.second_factor_required as required, s.role
          from restaurant r left join staff s on s.restaurant_id = ${restaurantId} and s.person_id = ${personId}
          where r.id = ${restaurantId}`),
      );
      if (!found) return none;
      if (viewer.kind === 'person' && viewer.admin) {
        const asAdmin = found.suspended || found.role !== 'OWNER';
        return { authority: await authorityOf('OWNER', found), asAdmin };
      }
      if (found.suspended) return none;
      if (viewer.kind === 'service') return granted({ role: null, scopes: viewer.scopes, barred: false });
      return found.role ? granted(await authorityOf(found.role, found)) : none;
    },
  );
  if (authority) ctx.audit?.about(restaurantId, asAdmin);
  return authority;

  /** Who may do everything has to be harder to pass for. A socket may not have heard yet that its owner set one up: asked anew before anybody is barred. */
  async function authorityOf(role: Role, { required }: StaffFound): Promise<Authority> {
    const wanted = role === 'OWNER' && (required || ctx.rules.requireSecondFactor);
    const lacks = wanted && viewer.kind === 'person' && !viewer.secondFactor;
    const barred = lacks && !(await assertStanding(ctx.em, viewer.sessionId)).secondFactor;
    return { role, scopes: [], barred };
  }
}

interface Grant {
  readonly authority: Authority | null;
  /** Nobody but an admin of the platform would have it. */
  readonly asAdmin: boolean;
}

const none: Grant = { authority: null, asAdmin: false };

function granted(authority: Authority): Grant {
  return { authority, asAdmin: false };
}
