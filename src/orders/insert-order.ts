import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { NewOrderLine } from './frozen-lines.ts';
import { Order } from './order.entity.ts';
import { OrderLine } from './order-line.entity.ts';
import { activeStatuses } from './order-status.ts';
import type { NewOrder } from './place-order.ts';
import { quarterHour } from './quarter-hour.ts';
import { waitingStatuses } from './waiting-statuses.ts';

export interface ByQueue {
  /** Whether those beside it are counted. */
  readonly limited: boolean;
  /** What it is promised for with nobody ahead, with one, with two; with more than that as with the last. */
  readonly promises: readonly (Date | null)[];
}

export interface Inserted {
  readonly order: Order;
  /** The other unfinished orders that are wanted in the same quarter of an hour; counted only where there is a limit. */
  readonly beside: number;
}

/** What has waited for longer is forgotten, not ahead of anybody. */
const longestMs = 4 * 3_600_000;

/**
 * Writes an order with its lines, one statement however many lines. Whoever places or finishes an order holds the counter until its
 * commit, and this statement begins after that lock: what it counts is so, those ahead and those beside.
 */
export async function insertOrder(
  tx: Work,
  order: NewOrder,
  lines: readonly NewOrderLine[],
  { limited, promises }: ByQueue,
): Promise<Inserted> {
  const { restaurantId } = tx;
  const wantedAt = order.wishedAt ?? order.placedAt;
  const { from, to } = quarterHour(wantedAt);
  const moments = JSON.stringify(promises.map((at) => at?.getTime()));
  const [first] = await tx.rows<{ beside: number; ahead: number }>(sql`
    with queue as (
      select count(*)::int as ahead from orders o
      where o.restaurant_id = ${restaurantId} and o.status = any (${[...waitingStatuses]}::text[])
        and (coalesce(o.wished_at, o.placed_at) <= ${wantedAt} or o.status = 'PREPARING')
        and coalesce(o.wished_at, o.placed_at) > ${new Date(wantedAt.getTime() - longestMs)}
    ), promise as (
      select ahead, to_timestamp((${moments}::jsonb ->> least(ahead, ${promises.length - 1}::int))::float8 / 1000) as at from queue
    ), placed as (
      insert into orders (id, restaurant_id, number, business_day, status, version, fulfilment, table_id, table_name, person_id,
        visit_id, party, entered_by_id, customer_name, phone, address, note, wished_at, currency, locale, discount, service_per_million,
        subtotal, discounts, service, tip, tax, taxes, tax_per_million, tax_included, total, placed_at, updated_at, tracking_code,
        allergies, promised_at, first_promised_at, queue_ahead)
      values (${order.id}, ${restaurantId}, ${order.number}, ${order.businessDay}, ${order.status}, ${order.version},
        ${order.fulfilment}, ${order.tableId}, ${order.tableName}, ${order.personId}, ${order.visitId}, ${order.party}::uuid[],
        ${order.enteredById}, ${order.customerName}, ${order.phone}, ${order.address && JSON.stringify(order.address)}::jsonb, ${order.note},
        ${order.wishedAt}, ${order.currency}, ${order.locale}, null, ${order.servicePerMillion}, ${order.subtotal}, ${order.discounts},
        ${order.service}, ${order.tip}, ${order.tax}, ${JSON.stringify(order.taxes)}::jsonb, ${order.taxPerMillion},
        ${order.taxIncluded}, ${order.total}, ${order.placedAt}, ${order.updatedAt}, ${order.trackingCode},
        ${JSON.stringify(order.allergies)}::jsonb, (select at from promise), (select at from promise), (select ahead from promise))
      returning id, restaurant_id
    )
    insert into order_line (id, restaurant_id, order_id, position, item_id, title, variant_id, variant_label, quantity, unit_price,
      tax_per_million, note, modifiers, round, seat, status, course, station, takes)
    select n.id, placed.restaurant_id, placed.id, n.position, n."itemId", n.title, n."variantId", n."variantLabel", n.quantity,
      n."unitPrice", n."taxPerMillion", n.note, n.modifiers, n.round, n.seat,
      n.status, n.course, n.station, n.takes
    from placed, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id uuid, position int, "itemId" uuid, title text,
      "variantId" uuid, "variantLabel" text, quantity int, "unitPrice" int, "taxPerMillion" int,
      note text, modifiers jsonb, round int, seat int, status text, course int, station text, takes jsonb)
    where placed.restaurant_id = ${restaurantId}
    returning case when ${limited}::boolean then (select count(*)::int from orders o
      where o.restaurant_id = ${restaurantId} and o.status = any (${[...activeStatuses]}::text[])
        and coalesce(o.wished_at, o.placed_at) >= ${from} and coalesce(o.wished_at, o.placed_at) < ${to}) else 0 end as beside,
      (select ahead from promise) as ahead`);
  const { ahead, beside } = first!;
  const promisedAt = promises[Math.min(ahead, promises.length - 1)]!;
  const promised = { promisedAt, firstPromisedAt: promisedAt, queueAhead: ahead, readyAt: null };
  const placed = tx.em.map(Order, { ...order, ...promised });
  placed.lines = lines.map((line) => tx.em.map(OrderLine, { ...line, restaurantId }));
  return { order: placed, beside };
}
