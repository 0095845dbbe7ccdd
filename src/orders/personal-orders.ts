import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import type { HeldElsewhere } from '../people/held-elsewhere.ts';
import { eraseDetails } from './erase-details.ts';
import { activeStatuses } from './order-status.ts';

/**
 * Orders are the books of their restaurants: they stay when a person goes, without the person and without what was written on them.
 * One under way does so when it is over, in leaveErased. Its row is locked here all the same: it may be over in this moment.
 */
export const personalOrders: HeldElsewhere = {
  async read({ em }, { id }, { limit, offset }) {
    const orders = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, o.business_day as "businessDay", o.number, o.placed_at as "placedAt", o.status, o.fulfilment,
        o.table_name as "table", o.customer_name as "customerName", o.phone, o.address, o.note, o.allergies, o.reason_note as "reasonNote",
        o.wished_at as "wishedAt", o.promised_at as "promisedAt", o.ready_at as "readyAt",
        o.currency, o.tip, o.total, (
          select json_agg(json_build_object('title', l.title, 'variant', l.variant_label, 'quantity', l.quantity,
            'unitPrice', l.unit_price, 'note', l.note, 'modifiers', l.modifiers) order by l.position)
          from order_line l where l.restaurant_id = o.restaurant_id and l.order_id = o.id) as lines
      from (select * from orders where person_id = ${id} order by id limit ${limit}::int offset ${offset}::int) o
        join restaurant r on r.id = o.restaurant_id
      order by o.id`,
    );
    const enteredOrders = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, o.business_day as "businessDay", o.number, o.placed_at as "placedAt"
      from orders o join restaurant r on r.id = o.restaurant_id
      where o.entered_by_id = ${id} order by o.id
      limit ${limit}::int offset ${offset}::int`,
    );
    const broughtOrders = await acrossRestaurants(
      em,
      sql`
      select r.title as restaurant, o.business_day as "businessDay", o.number, o.placed_at as "placedAt"
      from orders o join restaurant r on r.id = o.restaurant_id
      where o.courier_id = ${id} order by o.id
      limit ${limit}::int offset ${offset}::int`,
    );
    return { orders, enteredOrders, broughtOrders };
  },

  async forget({ em }, { id }) {
    await acrossRestaurants(em, sql`select 1 from orders where person_id = ${id} for no key update`);
    const over = sql`
      select restaurant_id, id from orders where person_id = ${id} and status <> all (${[...activeStatuses]}::text[])`;
    await acrossRestaurants(em, eraseDetails(over, { whose: true }));
  },
};
