import type { OrderStatus } from '../../schema/operations.ts';
import { meant } from './bill.ts';
import { bump, recount } from './bill-rules.ts';
import { assertPayable, cartSums, empty, problemOf, rateOf, take } from './cart-rules.ts';
import { priced } from './menu.ts';
import { startsIn } from './move-rules.ts';
import { type Order, type OrderLine, Refused, type State } from './state.ts';
import type { Verb } from './verbs.ts';

type Of<D extends Verb['does']> = Extract<Verb, { does: D }>;

export function place(state: State, { expected, seen }: Of<'place'>): void {
  const { house, cart } = state;
  if (state.paused) throw new Refused('ORDERS_PAUSED');
  const cartVersion = cart.version + seen;
  const expectedTotal = expectedOf(state, expected);
  take(cart, seen, 'EMPTY');
  assertOrderable(state, expectedTotal !== null);
  assertPayable(cartSums(state).total);
  assertExpected(state, cartVersion, expectedTotal);
  const status = house.accepts ? 'ACCEPTED' : 'PLACED';
  const sums = cartSums(state);
  state.orders.push({ version: 1, status, discount: null, lines: frozen(state, status, 1), sums });
  empty(cart);
  state.placed = { order: state.orders.length - 1, cartVersion, expectedTotal };
}

export function addToOrder(state: State, verb: Of<'addToOrder'>): void {
  const { cart, house } = state;
  const order = state.orders[verb.order];
  if (!order) throw new Refused('NOT_FOUND');
  if (state.paused) throw new Refused('ORDERS_PAUSED');
  const cartVersion = cart.version + verb.seen;
  const expectedTotal = expectedOf(state, verb.expected);
  take(cart, verb.seen, 'EMPTY');
  assertOrderable(state, expectedTotal !== null);
  bump(order, verb.seenOrder);
  if (!house.addsUntil.includes(order.status)) throw new Refused('ORDER_CLOSED');
  assertExpected(state, cartVersion, expectedTotal);
  const { tip } = cartSums(state);
  holdDiscount(order);
  const round = Math.max(...order.lines.map((line) => line.round)) + 1;
  order.lines.push(...frozen(state, order.status, round));
  recount(state, order, order.sums.tip + tip);
  empty(cart);
}

/** A rate off the whole is not taken off what is added: it stays what it was worth. */
function holdDiscount(order: Order): void {
  if (!order.discount || 'amount' in order.discount) return;
  const own = order.lines.reduce((all, { unitPrice, quantity, voided, discount }) => {
    const amount = unitPrice * (quantity - voided);
    return all + amount - Math.min(meant(discount, amount), amount);
  }, 0);
  order.discount = { amount: Math.min(meant(order.discount, own), own) };
}

/** The most that an amount of money says, and that a client can send. */
const mostAmount = 2 ** 31 - 1;

/** What the client showed: what its cart comes to, a unit more, or nothing. */
export function expectedOf(state: State, expected: 'right' | 'wrong' | 'none'): number | null {
  const { total } = cartSums(state);
  return expected === 'none' ? null : Math.min(expected === 'right' ? total : total + 1, mostAmount);
}

function assertOrderable(state: State, knowsTotal: boolean): void {
  if (state.cart.lines.length === 0) throw new Refused('CART_EMPTY');
  const problems = state.cart.lines.map((line) => problemOf(state, line));
  const first = problems.find((problem) => problem && !(knowsTotal && problem === 'PRICE_CHANGED'));
  if (first) throw new Refused(first);
}

function assertExpected(state: State, cartVersion: number, expectedTotal: number | null): void {
  const { total } = cartSums(state);
  if (expectedTotal !== null && expectedTotal !== total) throw new Refused('CONFLICT', cartVersion, total);
}

/** The cart's lines as an order keeps them; what is counted goes down. */
function frozen({ cart, menu, house }: State, status: OrderStatus, round: number): OrderLine[] {
  const lines = cart.lines.map(({ choice, quantity, course }) => ({
    ...priced(menu, choice),
    choice,
    quantity,
    course,
  }));
  for (const [thing, pieces] of lines.flatMap(({ takes, quantity }) =>
    takes.map(([one, each]) => [one, each * quantity] as const),
  )) {
    const offer = menu[thing];
    menu[thing] = { ...offer, stock: offer.stock! - pieces };
  }
  if (Object.values(menu).some(({ stock }) => stock !== null && stock < 0))
    throw new Refused('ITEM_UNAVAILABLE');
  return lines.map(({ choice, quantity, course, unitPrice, takes }) => ({
    quantity,
    voided: 0,
    stage: startsIn(status, course) ? 'FIRED' : 'WAITING',
    round,
    course,
    unitPrice,
    rate: rateOf(house, choice),
    discount: null,
    takes,
  }));
}
