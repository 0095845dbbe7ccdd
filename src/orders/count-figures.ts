import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { activeStatuses, type OrderStatus } from './order-status.ts';
import { waitingStatuses } from './waiting-statuses.ts';

/** How a restaurant's day goes; money in minor units, times in seconds. */
export interface Figures {
  readonly byStatus: Readonly<Partial<Record<OrderStatus, number>>>;
  readonly open: number;
  readonly late: number;
  readonly waitingSince: Date | null;
  readonly orders: number;
  readonly takings: number;
  readonly tips: number;
  readonly medianWait: number | null;
  readonly p90Wait: number | null;
}

const lost: readonly OrderStatus[] = ['REJECTED', 'CANCELLED'];

/** Counts the orders of a business day and those of before that are not over, in one statement. */
export async function countFigures(
  { restaurantId, row }: Scope,
  businessDay: string,
  now: Date,
): Promise<Figures> {
  const found = await row<Found>(sql`
    with counted as materialized (
      select status, total, tip, placed_at, wished_at, promised_at, status = any (${[...activeStatuses]}::text[]) as open,
        status = any (${[...waitingStatuses]}::text[]) as waiting, business_day = ${businessDay} and status <> all (${[...lost]}::text[]) as sold,
        case when business_day = ${businessDay} and wished_at is null then extract(epoch from ready_at - placed_at)::float8 end as took
      from orders
      where restaurant_id = ${restaurantId} and (business_day = ${businessDay} or status = any (${[...activeStatuses]}::text[]))
    )
    select (select coalesce(json_object_agg(status, count), '{}') from (
        select status, count(*)::int as count from counted group by status) each) as "byStatus",
      count(*) filter (where open)::int as open,
      count(*) filter (where waiting and promised_at < ${now})::int as late,
      min(placed_at) filter (where waiting and wished_at is null) as "waitingSince",
      count(*) filter (where sold)::int as orders,
      coalesce(sum(total) filter (where sold), 0)::text as takings,
      coalesce(sum(tip) filter (where sold), 0)::text as tips,
      round(percentile_cont(0.5) within group (order by took))::int as "medianWait",
      round(percentile_cont(0.9) within group (order by took))::int as "p90Wait"
    from counted`);
  const { waitingSince, takings, tips, ...counts } = found!;
  return {
    ...counts,
    waitingSince: waitingSince === null ? null : new Date(waitingSince),
    takings: Number(takings),
    tips: Number(tips),
  };
}

/** Sums of a day may be more than an int holds, and moments come as the driver says. */
type Found = Omit<Figures, 'waitingSince' | 'takings' | 'tips'> & {
  readonly waitingSince: string | Date | null;
  readonly takings: string;
  readonly tips: string;
};
