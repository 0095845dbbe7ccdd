import type { CartForPlacing } from '../carts/cart-for-placing.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { openingAt } from '../restaurants/opening-at.ts';
import { activeStatuses } from './order-status.ts';
import { quarterHour } from './quarter-hour.ts';

const farthestMs = 7 * 24 * 3_600_000;

/** The refusal of an order for a quarter of an hour that is full, with the beginning of the next one that is not. */
export async function tooBusy(
  tx: Work,
  { ordersPerQuarterHour, openingHours, timeZone }: CartForPlacing,
  wantedAt: Date,
): Promise<Refusal> {
  const full = await fullQuarters(tx, ordersPerQuarterHour!, quarterHour(wantedAt).to);
  const last = wantedAt.getTime() + farthestMs;
  for (let { to: next } = quarterHour(wantedAt); next.getTime() <= last; next = quarterHour(next).to) {
    const free = !full.has(next.getTime());
    if (free && openingAt(openingHours, timeZone, next.toTemporalInstant()).open)
      return new Refusal('TOO_BUSY', undefined, { retryAt: next.toISOString() });
  }
  return new Refusal('TOO_BUSY', undefined, { retryAt: null });
}

async function fullQuarters(tx: Work, most: number, from: Date): Promise<Set<number>> {
  const rows = await tx.rows<{ begins: number }>(sql`
    select floor(extract(epoch from coalesce(wished_at, placed_at)) / 900)::int as begins from orders
    where restaurant_id = ${tx.restaurantId} and status = any (${[...activeStatuses]}::text[]) and coalesce(wished_at, placed_at) >= ${from}
    group by 1 having count(*) >= ${most}::int`);
  return new Set(rows.map(({ begins }) => begins * 900_000));
}
