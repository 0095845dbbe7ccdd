import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { NewOrderLine } from './frozen-lines.ts';

/** Writes further lines of an order that this transaction has taken, in one statement. */
export async function insertLines(tx: Work, lines: readonly NewOrderLine[]): Promise<void> {
  await tx.rows(sql`
    insert into order_line (id, restaurant_id, order_id, position, item_id, title, variant_id, variant_label, quantity, unit_price,
      tax_per_million, note, modifiers, round, seat, status, course, station, takes)
    select n.id, o.restaurant_id, o.id, n.position, n."itemId", n.title, n."variantId", n."variantLabel", n.quantity,
      n."unitPrice", n."taxPerMillion", n.note, n.modifiers, n.round, n.seat,
      n.status, n.course, n.station, n.takes
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id uuid, "orderId" uuid, position int, "itemId" uuid, title text,
      "variantId" uuid, "variantLabel" text, quantity int, "unitPrice" int, "taxPerMillion" int, note text, modifiers jsonb, round int,
      seat int, status text, course int, station text, takes jsonb)
    join orders o on o.id = n."orderId"
    where o.restaurant_id = ${tx.restaurantId}`);
}
