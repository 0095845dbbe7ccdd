import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { BillRules } from '../restaurants/bill-rules.ts';
import { businessDay } from '../restaurants/business-day.ts';
import type { Context } from '../viewer.ts';
import { assertMayGoOn, type OwnCart, owns } from './cart-access.ts';

/** A cart with everything about its place that an order freezes. */
export interface CartForPlacing extends OwnCart {
  readonly currency: string;
  readonly locale: string;
  readonly tableName: string | null;
  readonly autoAccept: boolean;
  readonly rules: BillRules;
  /** The restaurant accepts no orders, but from staff. */
  readonly paused: boolean;
  /** yyyy-mm-dd in the restaurant's time zone. */
  readonly businessDay: string;
}

/** The owner's cart, to order what is in it. Throws NOT_FOUND or VISIT_ENDED. */
export async function cartForPlacing(ctx: Context, id: string): Promise<CartForPlacing> {
  const restaurantId = await restaurantOf(ctx.em, 'cart', id);
  if (!restaurantId) throw notFound();
  const now = ctx.now();
  const cart = await scoped(ctx.em, restaurantId).row<
    Omit<CartForPlacing, 'businessDay'> & { timeZone: string; tableGone: boolean }
  >(sql`
    select c.id, c.restaurant_id as "restaurantId", c.owner_key as "ownerKey", c.person_id as "personId", c.visit_id as "visitId",
      c.table_id as "tableId", c.version, t.name as "tableName", t.archived_at is not null as "tableGone",
      r.currency, r.locale, r.auto_accept as "autoAccept",
      jsonb_build_object('taxPerMillion', r.tax_per_million, 'taxClasses', r.tax_classes, 'pricesIncludeTax', r.prices_include_tax,
        'servicePerMillion', r.service_per_million, 'serviceDineInOnly', r.service_dine_in_only, 'tipsAllowed', r.tips_allowed) as rules,
      r.paused_at is not null and coalesce(r.paused_until, 'infinity') > ${now} as paused, r.time_zone as "timeZone"
    from cart c join restaurant r on r.id = c.restaurant_id and coalesce(r.archived_at, r.suspended_at) is null
    left join restaurant_table t on t.restaurant_id = c.restaurant_id and t.id = c.table_id
    where c.restaurant_id = ${restaurantId} and c.id = ${id}`);
  if (!cart || !owns(ctx.viewer, cart.ownerKey)) throw notFound();
  await assertMayGoOn(ctx, cart);
  // No visit ends with the table of a cart that staff fill.
  if (cart.tableGone) throw notFound();
  return { ...cart, businessDay: businessDay(cart.timeZone, now) };
}
