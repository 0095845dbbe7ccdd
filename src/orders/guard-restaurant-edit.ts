import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { businessDay } from '../restaurants/business-day.ts';
import type { EditGuard } from '../restaurants/update-restaurant.ts';

/**
 * What orders need of a restaurant that is edited: amounts without a currency of their own stay in the one they were meant in,
 * and no business day comes twice, because its order numbers would.
 */
export const guardRestaurantEdit: EditGuard = async (tx, before, { currency, timeZone }, now) => {
  if (currency !== undefined && currency !== before.currency && (await hasAmounts(tx))) {
    throw refused(
      'currency',
      `There are prices or orders in ${before.currency}: they would be something else in ${currency}.`,
    );
  }
  if (
    timeZone !== undefined &&
    timeZone !== before.timeZone &&
    (await isNumberedPast(tx, businessDay(timeZone, now)))
  ) {
    throw refused(
      'timeZone',
      `It is still yesterday in ${timeZone}, and today's orders are numbered: change it tomorrow.`,
    );
  }
};

async function hasAmounts(tx: Work): Promise<boolean> {
  const { restaurantId } = tx;
  const row = await tx.row<{ some: boolean }>(sql`
    select exists (select 1 from menu_item where restaurant_id = ${restaurantId} and archived_at is null)
      or exists (select 1 from modifier where restaurant_id = ${restaurantId} and archived_at is null and price <> 0)
      or exists (select 1 from orders where restaurant_id = ${restaurantId}) as some`);
  return row!.some;
}

async function isNumberedPast(tx: Work, day: string): Promise<boolean> {
  const order = await tx.row(sql`
    select 1 from orders where restaurant_id = ${tx.restaurantId} and business_day > ${day} limit 1`);
  return order !== undefined;
}

function refused(path: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path, message }] });
}
