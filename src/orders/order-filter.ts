import { allOf } from '../database/all-of.ts';
import { type Sql, sql } from '../database/sql.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import type { OrderStatus } from './order-status.ts';

export interface OrderFilter {
  readonly status?: readonly OrderStatus[] | null;
  readonly fulfilment?: readonly Fulfilment[] | null;
  readonly placedFrom?: Date | null;
  /** Not at this moment itself. */
  readonly placedTo?: Date | null;
  readonly businessDay?: string | null;
  readonly number?: number | null;
  /** In a line's title or the table's name, or the number. */
  readonly text?: string | null;
  /** In the customer's name as well: where whoever asks may read it of all of them. Never in what else customers write. */
  readonly textInNames?: boolean;
  readonly tableId?: string | null;
  readonly courierId?: string | null;
  readonly enteredById?: string | null;
}

/** The conditions of a list of orders `o` within those that the viewer may see. */
export function orderFilter(within: Sql, filter: OrderFilter): Sql {
  const { status, fulfilment, placedFrom, placedTo, businessDay, number } = filter;
  const { text, textInNames = false, tableId, courierId, enteredById } = filter;
  return allOf([
    within,
    status != null && sql`o.status = any(${status}::text[])`,
    fulfilment != null && sql`o.fulfilment = any(${fulfilment}::text[])`,
    placedFrom != null && sql`o.placed_at >= ${placedFrom}`,
    placedTo != null && sql`o.placed_at < ${placedTo}`,
    businessDay != null && sql`o.business_day = ${businessDay}`,
    number != null && sql`o.number = ${number}`,
    text != null && saying(text, textInNames),
    tableId != null && sql`o.table_id = ${tableId}`,
    courierId != null && sql`o.courier_id = ${courierId}`,
    enteredById != null && sql`o.entered_by_id = ${enteredById}`,
  ]);
}

function saying(text: string, inNames: boolean): Sql {
  return sql`(o.number::text = ${text} or strpos(folded(o.table_name), folded(${text})) > 0
    or (${inNames}::boolean and strpos(folded(o.customer_name), folded(${text})) > 0) or exists (
    select from order_line l where l.restaurant_id = o.restaurant_id and l.order_id = o.id
      and strpos(folded(l.title), folded(${text})) > 0))`;
}
