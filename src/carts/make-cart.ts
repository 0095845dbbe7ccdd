import { randomUUIDv7 } from 'node:crypto';
import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { OwnCart } from './cart-access.ts';

export type Owner = Pick<OwnCart, 'ownerKey' | 'personId' | 'visitId' | 'tableId'>;

/** The one cart of an owner, made if there is none; within a transaction it is locked. */
export async function makeCart(scope: Scope, owner: Owner): Promise<OwnCart> {
  const { restaurantId } = scope;
  const { ownerKey, personId, visitId, tableId } = owner;
  // A guest who moves to another table keeps the cart; it goes to where the guest sits now, as a new version.
  const cart = await scope.row<Pick<OwnCart, 'id' | 'version'>>(sql`
    insert into cart as c (id, restaurant_id, owner_key, person_id, visit_id, table_id, version, created_at, updated_at)
    select ${randomUUIDv7()}::uuid, r.id, ${ownerKey}, ${personId}::uuid, ${visitId}::uuid, ${tableId}::uuid, 1, now(), now()
    from (select ${restaurantId}::uuid as id) r
    on conflict (restaurant_id, owner_key) do update set visit_id = excluded.visit_id, table_id = excluded.table_id,
      version = c.version + (row (c.visit_id, c.table_id) is distinct from row (excluded.visit_id, excluded.table_id))::int
      where c.restaurant_id = ${restaurantId}
    returning id, version`);
  return { ...owner, ...cart!, restaurantId, member: null };
}
