import { randomUUIDv7 } from 'node:crypto';
import { assertPayable } from '../carts/assert-payable.ts';
import { cartBill } from '../carts/cart-bill.ts';
import { cartChanged } from '../carts/cart-changed.ts';
import { type CartForPlacing, cartForPlacing } from '../carts/cart-for-placing.ts';
import { emptyCart } from '../carts/empty-cart.ts';
import { isEntered } from '../carts/is-entered.ts';
import { piecesOf } from '../carts/pieces-of.ts';
import { priceLines } from '../carts/price-lines.ts';
import { totalsOf } from '../carts/totals.ts';
import type { OnceKey } from '../events/recall.ts';
import { type Fact, transact } from '../events/transact.ts';
import { takeStock } from '../menus/take-stock.ts';
import { learnLater } from '../parsing/learn-later.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { servesGuests } from '../restaurants/restaurant-access.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { answerAgain } from './answer-again.ts';
import { assertExpected } from './assert-expected.ts';
import { assertOrderable } from './assert-orderable.ts';
import { assertTakingOrders } from './assert-taking-orders.ts';
import { findOrder } from './find-orders.ts';
import { frozenBill } from './frozen-bill.ts';
import { frozenLines } from './frozen-lines.ts';
import { type HandOverWish, handOver } from './hand-over.ts';
import { insertOrder } from './insert-order.ts';
import type { Order } from './order.entity.ts';
import { promisesByQueue } from './promises-by-queue.ts';
import { tooBusy } from './too-busy.ts';
import { trackingCode } from './tracking-code.ts';

export interface Placing extends HandOverWish {
  readonly cartId: string;
  readonly cartVersion: number;
  /** What the client showed, in minor units. Null: it takes whatever it comes to. */
  readonly expectedTotal: number | null;
}

export interface Placement {
  readonly order: Order;
  readonly replayed: boolean;
}

/**
 * Turns the cart into an order, in one transaction: the rows are read and priced anew, names and prices frozen,
 * stock goes down, the day's next number is given, the cart is emptied, the kitchen is told. Where nobody has to look it is accepted.
 */
export function placeOrder(ctx: Context, input: Placing, idempotencyKey: string): Promise<Placement> {
  const once = { viewer: viewerKey(ctx.viewer), field: 'placeOrder', key: idempotencyKey, input };
  return answerAgain(ctx, once, () => place(ctx, input, once));
}

async function place(ctx: Context, input: Placing, once: Omit<OnceKey, 'makes'>): Promise<Placement> {
  const cart = await cartForPlacing(ctx, input.cartId);
  return transact(ctx, cart.restaurantId, async (tx) => {
    const entered = isEntered(cart);
    if (entered) await holdRole(ctx, tx, servesGuests);
    const id = randomUUIDv7();
    const earlier = await tx.once({ ...once, makes: id });
    if (earlier) return { order: await findOrder(tx, earlier), replayed: true };
    const now = ctx.now();
    const going = handOver(cart, entered, input, now);
    const wantedAt = going.wishedAt ?? now;
    if (!entered) assertTakingOrders(cart, wantedAt);
    const { tip, allergies, heard, lines: taken } = await emptyCart(tx, cart, input.cartVersion);
    const lines = await priceLines(tx, taken, wantedAt);
    assertOrderable(lines, input.expectedTotal !== null);
    const bill = cartBill(lines, cart.rules, { dineIn: going.fulfilment === 'DINE_IN', tip });
    const totals = totalsOf(bill);
    assertPayable(totals.total);
    assertExpected(input, totals.total);
    await learnLater(ctx, tx, cart, heard, taken);
    const ranOut = await takeStock(tx, piecesOf(lines));
    const placed: Fact = { kind: 'order.placed', subject: id, data: { tableId: going.tableId } };
    const accepted: Fact = { kind: 'order.accepted', subject: id, data: { from: 'PLACED' } };
    const { tally, tallyKey } = await tx.tell(
      [placed, ...(cart.autoAccept ? [accepted] : []), ...ranOut, ...cartChanged(cart, id)],
      { tally: cart.businessDay, revise: ranOut.length > 0 },
    );
    const own = { ...frozen(cart, id, now), ...going, ...frozenBill(bill, totals), allergies };
    const limit = entered ? null : cart.ordersPerQuarterHour;
    const { order, beside } = await insertOrder(
      tx,
      { ...own, number: tally, businessDay: tallyKey },
      frozenLines(lines, bill, { order: own, round: 1, after: 0, seated: !entered }),
      {
        limited: limit !== null,
        promises: promisesByQueue(cart.preparation, { now, wishedAt: going.wishedAt }),
      },
    );
    if (limit !== null && beside >= limit) throw await tooBusy(tx, cart, wantedAt);
    return { order, replayed: false };
  });
}

/** What it is promised for depends on how many are ahead, which is known once it is written. */
export type NewOrder = Omit<Order, 'lines' | 'promisedAt' | 'firstPromisedAt' | 'queueAhead' | 'readyAt'>;

function frozen(cart: CartForPlacing, id: string, now: Date) {
  const { restaurantId, currency, locale, visitId } = cart;
  const entered = isEntered(cart);
  return {
    id,
    restaurantId,
    status: cart.autoAccept ? ('ACCEPTED' as const) : ('PLACED' as const),
    version: 1,
    reason: null,
    reasonNote: null,
    personId: entered ? null : cart.personId,
    visitId,
    party: cart.party && [...cart.party],
    enteredById: entered ? cart.personId : null,
    courierId: null,
    deliveryFailure: null,
    trackingCode: trackingCode(),
    personalErasedAt: null,
    currency,
    locale,
    taxPerMillion: cart.rules.taxPerMillion,
    placedAt: now,
    updatedAt: now,
    endedAt: null,
  };
}
