import { randomUUIDv7 } from 'node:crypto';
import { assertPayable } from '../carts/assert-payable.ts';
import { billLines } from '../carts/bill-lines.ts';
import { type CartForPlacing, cartForPlacing } from '../carts/cart-for-placing.ts';
import { takeCart } from '../carts/change-cart.ts';
import { type PricedLine, priceLines } from '../carts/price-lines.ts';
import { takeLines } from '../carts/take-lines.ts';
import { type Totals, totalsOf } from '../carts/totals.ts';
import { Refusal } from '../errors.ts';
import { type Fact, transact } from '../events/transact.ts';
import { takeStock } from '../menus/take-stock.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { findOrder } from './find-orders.ts';
import { insertOrder } from './insert-order.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';

export interface Placing {
  readonly cartId: string;
  readonly cartVersion: number;
}

/**
 * Turns the cart into an order, in one transaction: the rows are read and priced anew, names and prices frozen,
 * stock goes down, the day's next number is given, the cart is emptied, the kitchen is told. Where nobody has to look it is accepted.
 */
export async function placeOrder(
  ctx: Context,
  input: Placing,
  idempotencyKey: string,
): Promise<{ order: Order; replayed: boolean }> {
  const cart = await cartForPlacing(ctx, input.cartId);
  return transact(ctx, cart.restaurantId, async (tx) => {
    const id = randomUUIDv7();
    const viewer = viewerKey(ctx.viewer);
    const earlier = await tx.once({ viewer, field: 'placeOrder', key: idempotencyKey, input, makes: id });
    if (earlier) return { order: await findOrder(tx, earlier), replayed: true };
    if (cart.paused && !isEntered(cart)) throw new Refusal('ORDERS_PAUSED');
    await takeCart(tx, cart.id, input.cartVersion);
    const lines = await priceLines(tx, await takeLines(tx, cart.id));
    assertOrderable(lines);
    const { taxPerMillion, taxIncluded } = cart;
    const totals = totalsOf({ lines: billLines(lines, taxPerMillion), taxIncluded });
    assertPayable(totals.total);
    const ranOut = await takeStock(tx, piecesOf(lines));
    const soldOut = ranOut.map((itemId): Fact => ({ kind: 'menu.item-86ed', subject: itemId }));
    const placed: Fact = { kind: 'order.placed', subject: id, data: { tableId: cart.tableId } };
    const accepted: Fact = { kind: 'order.accepted', subject: id, data: { from: 'PLACED' } };
    const { tally } = await tx.tell([placed, ...(cart.autoAccept ? [accepted] : []), ...soldOut], {
      tally: cart.businessDay,
      revise: ranOut.length > 0,
    });
    const order = frozen(cart, id, tally, totals, ctx.now());
    return {
      order: await insertOrder(
        tx,
        order,
        lines.map((line, index) => frozenLine(line, order.id, index + 1)),
      ),
      replayed: false,
    };
  });
}

function assertOrderable(lines: readonly PricedLine[]): void {
  if (lines.length === 0) throw new Refusal('CART_EMPTY');
  const problems = lines.flatMap(({ id, priced: { problem } }) => (problem ? [{ id, ...problem }] : []));
  const [first] = problems;
  if (!first) return;
  const code = first.code === 'NOT_FOUND' ? 'ITEM_UNAVAILABLE' : first.code;
  const fields = problems.map(({ id, message }) => ({ path: `lines.${id}`, message }));
  throw new Refusal(code, first.message, { fields });
}

function piecesOf(lines: readonly PricedLine[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { itemId, quantity, dish } of lines) {
    if (dish?.stock != null) pieces.set(itemId, (pieces.get(itemId) ?? 0) + quantity);
  }
  return pieces;
}

export type NewOrder = Omit<Order, 'lines'>;
export type NewOrderLine = Omit<OrderLine, 'restaurantId'>;

function frozen(cart: CartForPlacing, id: string, number: number, totals: Totals, now: Date): NewOrder {
  const { restaurantId, businessDay, tableId, tableName, currency, locale, visitId } = cart;
  const { taxPerMillion, taxIncluded } = cart;
  const { subtotal, tax, total } = totals;
  const entered = isEntered(cart);
  return {
    id,
    restaurantId,
    number,
    businessDay,
    status: cart.autoAccept ? 'ACCEPTED' : 'PLACED',
    version: 1,
    fulfilment: tableId ? 'DINE_IN' : 'PICKUP',
    tableId,
    tableName,
    personId: entered ? null : cart.personId,
    visitId,
    enteredById: entered ? cart.personId : null,
    currency,
    locale,
    subtotal,
    tax,
    taxPerMillion,
    taxIncluded,
    total,
    placedAt: now,
    updatedAt: now,
  };
}

/** By staff, for guests. */
function isEntered({ ownerKey }: CartForPlacing): boolean {
  return ownerKey.startsWith('staff:');
}

function frozenLine(
  { itemId, quantity, note, priced }: PricedLine,
  orderId: string,
  position: number,
): NewOrderLine {
  const { title, variantId, variantLabel, unitPrice, modifiers } = priced;
  return {
    id: randomUUIDv7(),
    orderId,
    position,
    itemId,
    title,
    variantId,
    variantLabel,
    quantity,
    unitPrice,
    note,
    modifiers,
  };
}
