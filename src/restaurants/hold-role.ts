import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { Authority, Context } from '../viewer.ts';
import { assertRoleWithin } from './assert-role-within.ts';
import type { Permission } from './restaurant-access.ts';

/**
 * The right to a change, held until its transaction ends: whoever takes it away locks the restaurant, so they wait or have been
 * first. Those who hold theirs do not wait for each other. Throws as assertRole does.
 */
export async function holdRole(ctx: Context, tx: Work, permission: Permission): Promise<Authority> {
  const { restaurantId } = tx;
  await tx.rows(sql`
    select 1 from restaurant r join (select ${restaurantId}::uuid as restaurant_id) own on own.restaurant_id = r.id
    where own.restaurant_id = ${restaurantId} for share of r`);
  return assertRoleWithin(ctx, tx, permission);
}
