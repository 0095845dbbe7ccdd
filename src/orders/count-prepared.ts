import { type Sql, sql } from '../database/sql.ts';

/** Of fewer orders nothing is said. */
const fewest = 10;

/**
 * Counts of every restaurant how long its orders of the last four weeks took, and how far off their promises were. The first process
 * to come does it, the others find it done, for most of an hour. A restaurant that somebody is changing keeps its figures until the
 * next time: nobody waits for this, and it for nobody. What an order ahead adds is the slope of a line through them, which those
 * that were forgotten do not tilt: they count as long as the ninth of ten.
 */
export function countPrepared(now: Date): Sql {
  return sql`
    with turn as (
      insert into chore as c (name, done_at) values ('count-prepared', ${now})
      on conflict (name) do update set done_at = excluded.done_at where c.done_at < excluded.done_at - interval '55 minutes'
      returning 1
    ), ready as (
      select restaurant_id, case when wished_at is null then extract(epoch from ready_at - placed_at)::float8 end as took, queue_ahead,
        abs(extract(epoch from ready_at - first_promised_at))::float8 as off, ready_at <= first_promised_at as kept
      from orders
      where exists (select 1 from turn) and placed_at > ${now}::timestamptz - interval '28 days' and ready_at is not null
    ), counted as (
      select restaurant_id, count(took) as orders,
        percentile_cont(0.1) within group (order by took) as p10,
        percentile_cont(0.5) within group (order by took) as median,
        percentile_cont(0.9) within group (order by took) as p90,
        percentile_cont(0.5) within group (order by queue_ahead) filter (where took is not null) as ahead,
        count(off) as promises,
        percentile_cont(0.5) within group (order by off) as median_off,
        percentile_cont(0.9) within group (order by off) as p90_off,
        count(*) filter (where kept) as kept
      from ready group by restaurant_id
    ), slope as (
      select r.restaurant_id, regr_slope(least(r.took, c.p90), r.queue_ahead) as each
      from ready r join counted c on c.restaurant_id = r.restaurant_id
      where r.took is not null group by r.restaurant_id
    ), figures as (
      select c.restaurant_id, jsonb_build_object(
        'orders', orders, 'p10', case when measured then round(p10) end, 'median', case when measured then round(median) end,
        'p90', case when measured then round(p90) end, 'ahead', ahead, 'each', case when measured then s.each end,
        'promises', promises, 'medianOff', case when judged then round(median_off) end,
        'p90Off', case when judged then round(p90_off) end, 'kept', kept) as preparation
      from counted c left join slope s on s.restaurant_id = c.restaurant_id,
        lateral (select c.orders >= ${fewest}::int as measured, c.promises >= ${fewest}::int as judged) enough
    ), changed as (
      select r.id, f.preparation from restaurant r left join figures f on f.restaurant_id = r.id
      where exists (select 1 from turn) and r.preparation is distinct from f.preparation
      for no key update of r skip locked
    )
    update restaurant r set preparation = c.preparation from changed c where r.id = c.id returning 1`;
}
