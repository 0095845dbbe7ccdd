import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import type { HeldElsewhere } from '../people/held-elsewhere.ts';

/** Carts are their owner's alone, and go with the owner; so does what somebody added to one that guests share. */
export const personalCarts: HeldElsewhere = {
  async read({ em }, { id }, { limit, offset }) {
    const carts = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, c.updated_at as "updatedAt", c.heard, (
          select json_agg(json_build_object('title', i.title, 'variant', v.label, 'quantity', l.quantity, 'note', l.note) order by l.id)
          from cart_line l
          join menu_item i on i.restaurant_id = l.restaurant_id and i.id = l.item_id
          left join menu_variant v on v.restaurant_id = l.restaurant_id and v.id = l.variant_id
          where l.restaurant_id = c.restaurant_id and l.cart_id = c.id) as lines
      from cart c join restaurant r on r.id = c.restaurant_id
      where c.person_id = ${id} order by c.id
      limit ${limit}::int offset ${offset}::int`,
    );
    const sharedCarts = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, m.name, m.joined_at as "joinedAt" from cart_member m join restaurant r on r.id = m.restaurant_id
      where m.person_id = ${id} order by m.joined_at`,
    );
    return { carts, sharedCarts };
  },

  async forget({ em }, { id }) {
    await acrossRestaurants(em, sql`delete from cart where person_id = ${id}`);
    await acrossRestaurants(
      em,
      sql`
      with nameless as (
        update cart_member set name = null where person_id = ${id} and visit_id is not null returning restaurant_id, cart_id, number
      )
      delete from cart_line l using nameless m
      where l.restaurant_id = m.restaurant_id and l.cart_id = m.cart_id and l.added_by = m.number`,
    );
  },
};
