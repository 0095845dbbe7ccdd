import { joinSql } from '../database/join-sql.ts';
import { type Sql, sql } from '../database/sql.ts';

/**
 * Erases name, phone, address, notes and whatever else was written on orders that are over, given as rows of restaurant_id and id;
 * reasons that have a code stay, and what was ordered, and for how much. `whose` too: whose account it was.
 */
export function eraseDetails(over: Sql, { whose }: { whose: boolean }): Sql {
  return joinSql(
    [
      sql`with over as (`,
      over,
      sql`), silent as (
        update order_line l set note = null, discount = l.discount - 'reason', voids = (
          select coalesce(jsonb_agg(v.entry - 'reason' order by v.place), '[]')
          from jsonb_array_elements(l.voids) with ordinality as v (entry, place))
        from over
        where l.restaurant_id = over.restaurant_id and l.order_id = over.id
          and (l.note is not null or l.discount is not null or l.voided > 0)
      )
      update orders o set customer_name = null, phone = null, address = null, note = null, allergies = '[]', reason_note = null,
        delivery_failure = o.delivery_failure - 'note', discount = o.discount - 'reason',
        person_id = case when not ${whose}::boolean then o.person_id end, personal_erased_at = now()
      from over where o.restaurant_id = over.restaurant_id and o.id = over.id
      returning 1`,
    ],
    ' ',
  );
}
