import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import type { HeldElsewhere } from '../people/held-elsewhere.ts';

/** Carts are their owner's alone, and go with the owner. */
export const personalCarts: HeldElsewhere = {
  async read({ em }, { id }, { limit, offset }) {
    const carts = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, c.updated_at as "updatedAt", (
          select json_agg(json_build_object('title', i.title, 'variant', v.label, 'quantity', l.quantity, 'note', l.note) order by l.id)
          from cart_line l
          join menu_item i on i.restaurant_id = l.restaurant_id and i.id = l.item_id
          left join menu_variant v on v.restaurant_id = l.restaurant_id and v.id = l.variant_id
          where l.restaurant_id = c.restaurant_id and l.cart_id = c.id) as lines
      from cart c join restaurant r on r.id = c.restaurant_id
      where c.person_id = ${id} order by c.id
      limit ${limit}::int offset ${offset}::int`,
    );
    return { carts };
  },

  async forget({ em }, { id }) {
    await acrossRestaurants(em, sql`delete from cart where person_id = ${id}`);
  },
};
