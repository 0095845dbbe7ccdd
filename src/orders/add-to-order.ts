import { mostLines } from '../carts/assert-not-full.ts';
import { assertPayable } from '../carts/assert-payable.ts';
import { cartBill } from '../carts/cart-bill.ts';
import { cartChanged } from '../carts/cart-changed.ts';
import { cartForPlacing } from '../carts/cart-for-placing.ts';
import { emptyCart } from '../carts/empty-cart.ts';
import { isEntered } from '../carts/is-entered.ts';
import { piecesOf } from '../carts/pieces-of.ts';
import { priceLines } from '../carts/price-lines.ts';
import { totalsOf } from '../carts/totals.ts';
import { wantedAt } from '../carts/wanted-at.ts';
import { Refusal } from '../errors.ts';
import type { OnceKey } from '../events/recall.ts';
import { transact } from '../events/transact.ts';
import { takeStock } from '../menus/take-stock.ts';
import { learnLater } from '../parsing/learn-later.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { servesGuests } from '../restaurants/restaurant-access.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { answerAgain } from './answer-again.ts';
import { assertExpected } from './assert-expected.ts';
import { assertOrderable } from './assert-orderable.ts';
import { assertSameTable } from './assert-same-table.ts';
import { assertTakingOrders } from './assert-taking-orders.ts';
import { orderForAdding } from './bill-access.ts';
import type { BillChange } from './change-bill.ts';
import { findOrder } from './find-orders.ts';
import { frozenLines } from './frozen-lines.ts';
import { insertLines } from './insert-lines.ts';
import type { Placement, Placing } from './place-order.ts';
import { promiseFurther } from './promise-further.ts';
import { recount } from './recount.ts';
import { takeOrder } from './take-order.ts';
import { takesMore } from './takes-more.ts';
import { widenOrder } from './widen-order.ts';

export type Addition = Pick<Placing, 'cartId' | 'cartVersion' | 'expectedTotal'> & BillChange;

/**
 * Turns the cart into further lines of an order, in one transaction, as placing turns it into an order: priced anew and frozen, stock
 * goes down, the cart is emptied and its tip comes on top. The lines are the order's next round, at its own service charge; the kitchen is told.
 */
export function addToOrder(ctx: Context, input: Addition, idempotencyKey: string): Promise<Placement> {
  const once = { viewer: viewerKey(ctx.viewer), field: 'addToOrder', key: idempotencyKey, input };
  return answerAgain(ctx, once, () => add(ctx, input, once));
}

async function add(ctx: Context, input: Addition, once: Omit<OnceKey, 'makes'>): Promise<Placement> {
  const { orderId } = input;
  const cart = await cartForPlacing(ctx, input.cartId);
  const { wishedAt, holdMover } = await orderForAdding(ctx, orderId, cart.restaurantId);
  return transact(ctx, cart.restaurantId, async (tx) => {
    if (isEntered(cart)) await holdRole(ctx, tx, servesGuests);
    const wanted = wantedAt(wishedAt, tx.now);
    const replayed = (await tx.once({ ...once, makes: orderId })) !== null;
    if (replayed) return { order: await findOrder(tx, orderId), replayed };
    if (!isEntered(cart)) {
      assertTakingOrders(cart, wanted);
      await holdMover(tx);
    }
    const { tip, allergies, heard, lines: taken } = await emptyCart(tx, cart, input.cartVersion);
    const lines = await priceLines(tx, taken, wanted);
    assertOrderable(lines, input.expectedTotal !== null);
    const order = await takeOrder(tx, orderId, input.expectedVersion);
    assertSameTable(order, cart);
    if (!takesMore(order.status, cart.additionsUntil)) throw new Refusal('ORDER_CLOSED');
    if (order.lines.length + lines.length > mostLines) throw new Refusal('CART_FULL');
    if (cart.rules.pricesIncludeTax !== order.taxIncluded)
      throw new Refusal('ORDER_CLOSED', 'The prices are of another kind since: order it by itself.');
    const dineIn = order.fulfilment === 'DINE_IN';
    const { servicePerMillion } = order;
    const bill = { ...cartBill(lines, cart.rules, { dineIn, tip }), servicePerMillion };
    const added = totalsOf(bill);
    assertPayable(added.total);
    assertExpected(input, added.total);
    await learnLater(ctx, tx, cart, heard, taken);
    const ranOut = await takeStock(tx, piecesOf(lines));
    const round = Math.max(...order.lines.map((line) => line.round)) + 1;
    const place = { order, round, after: order.lines.length, seated: !isEntered(cart) };
    await widenOrder(tx, order, { party: cart.party, allergies });
    await insertLines(tx, frozenLines(lines, bill, place));
    await recount(tx, orderId, added.tip);
    await promiseFurther(tx, order, cart.preparation);
    await tx.tell(
      [{ kind: 'order.added', subject: orderId, data: { round } }, ...ranOut, ...cartChanged(cart, orderId)],
      {
        revise: ranOut.length > 0,
      },
    );
    return { order: await findOrder(tx, orderId), replayed };
  });
}
