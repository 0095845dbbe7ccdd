import { restaurantOf } from '../database/restaurant-of.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { AdditionsUntil } from '../restaurants/additions-until.ts';
import type { BillRules } from '../restaurants/bill-rules.ts';
import { businessDay } from '../restaurants/business-day.ts';
import type { Pause, Restaurant } from '../restaurants/restaurant.entity.ts';
import type { Context } from '../viewer.ts';
import { asking, assertMayGoOn, type OwnCart, owns } from './cart-access.ts';
import type { CartWish } from './cart-wish.ts';
import { isEntered } from './is-entered.ts';

/** A cart with everything about its place that an order goes by or freezes. */
export interface CartForPlacing
  extends OwnCart,
    CartWish,
    Pick<
      Restaurant,
      | 'currency'
      | 'locale'
      | 'timeZone'
      | 'dayStartsAt'
      | 'openingHours'
      | 'fulfilments'
      | 'ordersPerQuarterHour'
      | 'autoAccept'
      | 'preparation'
    > {
  /** Whoever orders it now, if signed in. */
  readonly personId: string | null;
  /** The visits of all who fill it together; null where nobody shares it. */
  readonly party: readonly string[] | null;
  readonly tableName: string | null;
  readonly rules: BillRules;
  /** The name of the account, if it is one's. */
  readonly personName: string | null;
  readonly additionsUntil: AdditionsUntil;
  /** The restaurant accepts no orders, but from staff. */
  readonly pause: Pause | null;
  /** yyyy-mm-dd */
  readonly businessDay: string;
}

/** The owner's cart, to order what is in it; of staff's, whether they still serve guests is asked within the transaction. Throws NOT_FOUND or VISIT_ENDED. */
export async function cartForPlacing(ctx: Context, id: string): Promise<CartForPlacing> {
  const restaurantId = await restaurantOf(ctx.em, 'cart', id);
  if (!restaurantId) throw notFound();
  const { visitId, personId } = asking(ctx, restaurantId);
  const now = ctx.now();
  const cart = await scoped(ctx.em, restaurantId).row<Found>(sql`
    select c.id, c.restaurant_id as "restaurantId", c.owner_key as "ownerKey", ${personId}::uuid as "personId",
      coalesce(c.visit_id, m.visit_id) as "visitId", c.table_id as "tableId", c.version, c.fulfilment, c.wished_at as "wishedAt", m.number as member,
      (select array_agg(a.visit_id order by a.number) from cart_member a
        where a.restaurant_id = c.restaurant_id and a.cart_id = c.id and a.visit_id is not null and a.left_at is null) as party,
      t.name as "tableName", t.archived_at is not null as "tableGone", p.name as "personName",
      r.currency, r.locale, r.time_zone as "timeZone", r.day_starts_at as "dayStartsAt", r.opening_hours as "openingHours",
      r.fulfilments, r.orders_per_quarter_hour as "ordersPerQuarterHour", r.auto_accept as "autoAccept",
      jsonb_build_object('taxPerMillion', r.tax_per_million, 'taxClasses', r.tax_classes, 'pricesIncludeTax', r.prices_include_tax,
        'servicePerMillion', r.service_per_million, 'serviceDineInOnly', r.service_dine_in_only, 'tipsAllowed', r.tips_allowed) as rules,
      r.additions_until as "additionsUntil", r.preparation,
      case when r.paused_at is not null and coalesce(r.paused_until, 'infinity') > ${now}
        then json_build_object('reason', r.pause_reason, 'until', r.paused_until) end as pause
    from cart c join restaurant r on r.id = c.restaurant_id and coalesce(r.archived_at, r.suspended_at) is null
    left join cart_member m on m.restaurant_id = c.restaurant_id and m.cart_id = c.id and m.left_at is null
      and (m.visit_id = ${visitId}::uuid or m.visit_id is null and m.person_id = ${personId}::uuid)
    left join restaurant_table t on t.restaurant_id = c.restaurant_id and t.id = c.table_id
    left join person p on p.id = ${personId}::uuid
    where c.restaurant_id = ${restaurantId} and c.id = ${id}`);
  if (!cart || !owns(ctx.viewer, cart)) throw notFound();
  if (!isEntered(cart)) await assertMayGoOn(ctx, cart);
  // No visit ends with the table of a cart that staff fill.
  if (cart.tableGone) throw notFound();
  const { pause, wishedAt } = cart;
  return {
    ...cart,
    wishedAt: wishedAt ? new Date(wishedAt) : null,
    pause: pause && { reason: pause.reason, until: pause.until ? new Date(pause.until) : null },
    businessDay: businessDay(cart, now),
  };
}

type Found = Omit<CartForPlacing, 'businessDay' | 'pause' | 'wishedAt'> & {
  readonly wishedAt: string | null;
  readonly pause: { reason: string | null; until: string | null } | null;
  readonly tableGone: boolean;
};
