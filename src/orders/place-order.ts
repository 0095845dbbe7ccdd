import { randomUUIDv7 } from 'node:crypto';
import { assertPayable } from '../carts/assert-payable.ts';
import { cartBill } from '../carts/cart-bill.ts';
import { type CartForPlacing, cartForPlacing } from '../carts/cart-for-placing.ts';
import { takeCart } from '../carts/change-cart.ts';
import { priceLines } from '../carts/price-lines.ts';
import { takeLines } from '../carts/take-lines.ts';
import { totalsOf } from '../carts/totals.ts';
import { Refusal } from '../errors.ts';
import { type Fact, transact } from '../events/transact.ts';
import { takeStock } from '../menus/take-stock.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { assertOrderable } from './assert-orderable.ts';
import { findOrder } from './find-orders.ts';
import { frozenBill } from './frozen-bill.ts';
import { frozenLines } from './frozen-lines.ts';
import { insertOrder } from './insert-order.ts';
import { isEntered } from './is-entered.ts';
import type { Order } from './order.entity.ts';
import { piecesOf } from './pieces-of.ts';

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
    const tip = await takeCart(tx, cart.id, input.cartVersion);
    const lines = await priceLines(tx, await takeLines(tx, cart.id));
    assertOrderable(lines);
    const bill = cartBill(lines, cart.rules, { dineIn: cart.tableId !== null, tip });
    const totals = totalsOf(bill);
    assertPayable(totals.total);
    const ranOut = await takeStock(tx, piecesOf(lines));
    const soldOut = ranOut.map((itemId): Fact => ({ kind: 'menu.item-86ed', subject: itemId }));
    const placed: Fact = { kind: 'order.placed', subject: id, data: { tableId: cart.tableId } };
    const accepted: Fact = { kind: 'order.accepted', subject: id, data: { from: 'PLACED' } };
    const { tally } = await tx.tell([placed, ...(cart.autoAccept ? [accepted] : []), ...soldOut], {
      tally: cart.businessDay,
      revise: ranOut.length > 0,
    });
    const order = { ...frozen(cart, id, tally, ctx.now()), ...frozenBill(bill, totals) };
    const frozenOnes = frozenLines(lines, bill, { orderId: id, round: 1, after: 0 });
    return { order: await insertOrder(tx, order, frozenOnes), replayed: false };
  });
}

export type NewOrder = Omit<Order, 'lines'>;

function frozen(cart: CartForPlacing, id: string, number: number, now: Date) {
  const { restaurantId, businessDay, tableId, tableName, currency, locale, visitId } = cart;
  const entered = isEntered(cart);
  return {
    id,
    restaurantId,
    number,
    businessDay,
    status: cart.autoAccept ? ('ACCEPTED' as const) : ('PLACED' as const),
    version: 1,
    fulfilment: tableId ? ('DINE_IN' as const) : ('PICKUP' as const),
    tableId,
    tableName,
    personId: entered ? null : cart.personId,
    visitId,
    enteredById: entered ? cart.personId : null,
    currency,
    locale,
    taxPerMillion: cart.rules.taxPerMillion,
    placedAt: now,
    updatedAt: now,
  };
}
