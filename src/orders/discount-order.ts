import type { AmountOrRate } from '../carts/totals.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { byPerson } from './by-person.ts';
import { type BillChange, changeBill } from './change-bill.ts';
import type { FrozenDiscount } from './frozen-discount.ts';
import type { Order } from './order.entity.ts';

export interface Discounting extends BillChange {
  /** Null: the whole order. */
  readonly lineId: string | null;
  /** Null: takes the discount back. */
  readonly discount: (AmountOrRate & { readonly reason: string }) | null;
}

/** Takes something off an order or one of its lines, in place of what was taken off it before. */
export async function discountOrder(
  ctx: Context,
  { lineId, discount, ...change }: Discounting,
): Promise<Order> {
  return changeBill(ctx, change, async (tx, order) => {
    const worth = worthOf(order, lineId);
    if (!discount) {
      await write(tx, order, lineId, null);
      return [{ kind: 'order.discount-removed', subject: order.id, data: { lineId } }];
    }
    assertWithin(worth, discount);
    await write(tx, order, lineId, { ...discount, byId: byPerson(ctx), at: ctx.now().toISOString() });
    const { reason, ...taken } = discount;
    return [{ kind: 'order.discounted', subject: order.id, data: { lineId, ...taken } }];
  });
}

/** What there is to take something off. Throws NOT_FOUND for a line of another order. */
function worthOf({ lines, subtotal }: Order, lineId: string | null): number {
  if (lineId === null) return subtotal;
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw notFound();
  return line.unitPrice * (line.quantity - line.voided);
}

function assertWithin(worth: number, discount: AmountOrRate): void {
  if (!('amount' in discount) || discount.amount <= worth) return;
  const message = `There are only ${worth} minor units to take it off.`;
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'discount', message }] });
}

async function write(
  { rows, restaurantId }: Work,
  { id }: Order,
  lineId: string | null,
  discount: FrozenDiscount | null,
): Promise<void> {
  const json = discount && JSON.stringify(discount);
  if (lineId === null)
    await rows(sql`
      update orders set discount = ${json}::jsonb where restaurant_id = ${restaurantId} and id = ${id}`);
  else
    await rows(sql`
      update order_line set discount = ${json}::jsonb where restaurant_id = ${restaurantId} and id = ${lineId}`);
}
