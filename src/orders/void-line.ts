import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { giveBackStock } from '../menus/give-back-stock.ts';
import type { Context } from '../viewer.ts';
import { byPerson } from './by-person.ts';
import { type BillChange, changeBill } from './change-bill.ts';
import type { Order } from './order.entity.ts';
import type { FrozenVoid, OrderLine } from './order-line.entity.ts';

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
  return changeBill(ctx, input, async (tx, { lines }) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) throw notFound();
    const quantity = input.quantity ?? line.quantity - line.voided;
    if (quantity < 1 || quantity > line.quantity - line.voided)
      throw refused(`${line.quantity - line.voided} of it are left.`);
    const entry: FrozenVoid = { quantity, reason, byId: byPerson(ctx), at: ctx.now().toISOString() };
    await write(tx, line, entry);
    const back = restock ? await giveBackStock(tx, piecesOf(line, quantity)) : [];
    return [{ kind: 'order.voided', subject: orderId, data: { lineId, quantity, restock } }, ...back];
  });
}

async function write(tx: Work, { id }: OrderLine, entry: FrozenVoid): Promise<void> {
  await tx.rows(sql`
    update order_line set voided = voided + ${entry.quantity}, voids = voids || ${JSON.stringify([entry])}::jsonb
    where restaurant_id = ${tx.restaurantId} and id = ${id}`);
}

/** Of the item, its variant, and what came with it beyond the usual. */
function piecesOf({ itemId, variantId, modifiers }: OrderLine, quantity: number): Map<string, number> {
  const wanted = modifiers.filter((modifier) => modifier.wanted).map(({ modifierId }) => modifierId);
  const ids = [itemId, ...(variantId ? [variantId] : []), ...wanted];
  return new Map(ids.map((id) => [id, quantity]));
}

function refused(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'quantity', message }] });
}
