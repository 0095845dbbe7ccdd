import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { businessDay } from '../restaurants/business-day.ts';
import type { TaxClass } from '../restaurants/tax-class.ts';
import type { EditGuard } from '../restaurants/update-restaurant.ts';

/**
 * What orders need of a restaurant that is edited: amounts without a currency of their own stay in the one they were meant in,
 * no business day comes twice, because its order numbers would, and no dish loses its rate of tax.
 */
export const guardRestaurantEdit: EditGuard = async (
  tx,
  before,
  { currency, timeZone, dayStartsAt, taxClasses },
  now,
) => {
  if (currency !== undefined && currency !== before.currency && (await hasAmounts(tx))) {
    throw refused(
      'currency',
      `There are prices or orders in ${before.currency}: they would be something else in ${currency}.`,
    );
  }
  const days = { timeZone: timeZone ?? before.timeZone, dayStartsAt: dayStartsAt ?? before.dayStartsAt };
  if (
    businessDay(days, now) < businessDay(before, now) &&
    (await isNumberedPast(tx, businessDay(days, now)))
  ) {
    throw refused(
      timeZone === undefined ? 'dayStartsAt' : 'timeZone',
      "It would be yesterday again, and today's orders are numbered: change it tomorrow.",
    );
  }
  const lost = taxClasses && (await classInUse(tx, taxClasses));
  if (lost) throw refused('taxClasses', `There are dishes of the class ${lost}: give them another first.`);
};

async function classInUse(tx: Work, kept: readonly TaxClass[]): Promise<string | null> {
  const item = await tx.row<{ taxClass: string }>(sql`
    select tax_class as "taxClass" from menu_item
    where restaurant_id = ${tx.restaurantId} and archived_at is null and tax_class is not null and tax_class <> all(${kept.map(({ key }) => key)}::text[]) limit 1`);
  return item?.taxClass ?? null;
}

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
