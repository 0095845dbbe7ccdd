import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { giveBackStock } from '../menus/give-back-stock.ts';
import type { Context } from '../viewer.ts';
import { byPerson } from './by-person.ts';
import { type BillChange, changeBill } from './change-bill.ts';
import { linePieces } from './line-pieces.ts';
import { movesTold } from './moves-told.ts';
import type { Order } from './order.entity.ts';
import type { FrozenVoid, OrderLine } from './order-line.entity.ts';
import type { OrderStatus } from './order-status.ts';
import { wayWithLines } from './way-with-lines.ts';

export interface Voiding extends BillChange {
  readonly lineId: string;
  /** Null: all that is left of it. */
  readonly quantity: number | null;
  readonly reason: string;
  /** Whether what was not made goes back into the count of what there is. */
  readonly restock: boolean;
}

/** Takes pieces of a line off the bill: the line stays as it was ordered and says what of it is void, and why. */
export async function voidLine(ctx: Context, input: Voiding): Promise<Order> {
  const { orderId, lineId, reason, restock } = input;
  return changeBill(ctx, input, async (tx, order) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) throw notFound();
    const quantity = input.quantity ?? line.quantity - line.voided;
    if (quantity < 1 || quantity > line.quantity - line.voided)
      throw refused(`${line.quantity - line.voided} of it are left.`);
    const entry: FrozenVoid = { quantity, reason, byId: byPerson(ctx), at: ctx.now().toISOString() };
    await write(tx, line, entry);
    const left = order.lines.map((one) => (one === line ? { ...one, voided: one.voided + quantity } : one));
    const way = wayWithLines(order.status, left);
    if (way.length > 0) await follow(tx, order, way.at(-1)!);
    const back = restock ? await giveBackStock(tx, linePieces([[line, quantity]])) : [];
    const voided = { kind: 'order.voided', subject: orderId, data: { lineId, quantity, restock } };
    return [voided, ...movesTold(order, way), ...back];
  });
}

async function write(tx: Work, { id }: OrderLine, entry: FrozenVoid): Promise<void> {
  await tx.rows(sql`
    update order_line set voided = voided + ${entry.quantity}, voids = voids || ${JSON.stringify([entry])}::jsonb
    where restaurant_id = ${tx.restaurantId} and id = ${id}`);
}

/** What was not ready may have been all that was missing. */
async function follow(tx: Work, { id }: Order, to: OrderStatus): Promise<void> {
  await tx.rows(sql`
    update orders set status = ${to}, ready_at = case ${to}::text when 'READY' then ${tx.now}::timestamptz end
    where restaurant_id = ${tx.restaurantId} and id = ${id}`);
}

function refused(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'quantity', message }] });
}
