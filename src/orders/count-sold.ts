import { type Sql, sql } from '../database/sql.ts';

/**
 * Counts what was sold of every item in the last four weeks and not taken off the bill. The first process to come does it, the others find it done, for six
 * hours. An item that somebody is changing keeps its count until the next time: nobody waits for this, and it for nobody.
 */
export function countSold(): Sql {
  return sql`
    with turn as (
      insert into chore as c (name, done_at) values ('count-sold', now())
      on conflict (name) do update set done_at = now() where c.done_at < now() - interval '6 hours'
      returning 1
    ), sold as (
      select l.item_id, sum(l.quantity - l.voided)::int as pieces
      from orders o join order_line l on l.restaurant_id = o.restaurant_id and l.order_id = o.id
      where exists (select 1 from turn) and o.placed_at > now() - interval '28 days' and o.status not in ('REJECTED', 'CANCELLED')
      group by l.item_id
    ), changed as (
      select i.id, coalesce(s.pieces, 0) as pieces from menu_item i left join sold s on s.item_id = i.id
      where exists (select 1 from turn) and i.popularity <> coalesce(s.pieces, 0)
      for no key update of i skip locked
    )
    update menu_item i set popularity = c.pieces from changed c where i.id = c.id returning 1`;
}
