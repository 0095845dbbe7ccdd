import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import type { HeldElsewhere } from '../people/held-elsewhere.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { OffDuty } from './off-duty.ts';
import { assertAnOwnerIsLeft } from './staff-access.ts';
import { withdrawInvites } from './withdraw-invites.ts';

/** Where somebody works or was invited to. The last owner does not go while the restaurant is there; an archived one is left to the platform. */
export const personalStaff = (offDuty: OffDuty): HeldElsewhere => ({
  async read({ em }, { id, emailKey }, { limit, offset }) {
    const staff = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, s.role, s.created_at as since
      from staff s join restaurant r on r.id = s.restaurant_id where s.person_id = ${id} order by s.id
      limit ${limit}::int offset ${offset}::int`,
    );
    const apiKeys = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, k.name, k.created_at as "createdAt"
      from api_key k join restaurant r on r.id = k.restaurant_id where k.created_by_id = ${id} order by k.id
      limit ${limit}::int offset ${offset}::int`,
    );
    const invites = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, i.email, i.role, i.created_at as "createdAt", i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt"
      from invite i join restaurant r on r.id = i.restaurant_id where i.email_key = ${emailKey} order by i.id
      limit ${limit}::int offset ${offset}::int`,
    );
    return { staff, invites, apiKeys };
  },

  async forget(tx, { id, emailKey }) {
    const places = await acrossRestaurants<{ id: string }>(
      tx.em,
      sql`
      select restaurant_id as id from staff where person_id = ${id}
      union select restaurant_id from invite where email_key = ${emailKey} or invited_by_id = ${id}
      order by id`,
    );
    for (const { id: restaurantId } of places) {
      const there = tx.on(restaurantId);
      const { archivedAt } = await lockRestaurant(there);
      const left = await there.rows(
        sql`delete from staff where restaurant_id = ${restaurantId} and person_id = ${id} returning 1`,
      );
      if (left.length > 0 && !archivedAt) await assertAnOwnerIsLeft(there);
      const takenBack = await offDuty(there, id);
      const withdrawn = await withdrawInvites(there, id);
      await there.rows(
        sql`delete from invite where restaurant_id = ${restaurantId} and email_key = ${emailKey}`,
      );
      await there.tell([
        ...left.map(() => ({ kind: 'staff.left', subject: id })),
        ...takenBack,
        ...withdrawn,
      ]);
    }
  },
});
