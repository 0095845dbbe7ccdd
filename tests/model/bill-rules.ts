import { sumsOf } from './bill.ts';
import { assertPayable } from './cart-rules.ts';
import { assertSeen, followLines, giveBack } from './move-rules.ts';
import { type Order, Refused, type State } from './state.ts';
import type { Verb, Viewer } from './verbs.ts';

type Of<D extends Verb['does']> = Extract<Verb, { does: D }>;

export function voidLine(state: State, { quantity, restock, ...verb }: Of<'voidLine'>): void {
  const { order, line } = billed(state, verb);
  if (!line) throw new Refused('NOT_FOUND');
  const left = line.quantity - line.voided;
  const pieces = quantity ?? left;
  if (pieces < 1 || pieces > left) throw new Refused('BAD_USER_INPUT');
  line.voided += pieces;
  followLines(order);
  if (restock) giveBack(state, line, pieces);
  recount(state, order);
}

export function discount(state: State, verb: Of<'discount'> | Of<'removeDiscount'>): void {
  const { order, line } = billed(state, verb);
  if (verb.line !== null && !line) throw new Refused('NOT_FOUND');
  const off = verb.does === 'discount' ? verb.off : null;
  const worth = line ? line.unitPrice * (line.quantity - line.voided) : order.sums.subtotal;
  if (off && 'amount' in off && off.amount > worth) throw new Refused('BAD_USER_INPUT');
  (line ?? order).discount = off;
  recount(state, order);
}

/** An order of which somebody changes the bill, its version raised, and the line of it that is meant. */
function billed(
  { orders }: State,
  verb: { readonly order: number; readonly line: number | null; readonly who: Viewer; readonly seen: number },
) {
  const order = orders[verb.order];
  if (!order || verb.who === 'stranger') throw new Refused('NOT_FOUND');
  if (verb.who !== 'OWNER') throw new Refused('FORBIDDEN');
  bump(order, verb.seen);
  if (order.status === 'REJECTED' || order.status === 'CANCELLED') throw new Refused('ORDER_CLOSED');
  return { order, line: verb.line === null ? null : (order.lines[verb.line] ?? null) };
}

export function bump(order: Order, seen: number): void {
  assertSeen(order, seen);
  order.version += 1;
}

export function recount({ house }: State, order: Order, tip = order.sums.tip): void {
  const lines = order.lines.map(({ unitPrice, quantity, voided, rate, discount: own }) => ({
    amount: unitPrice * (quantity - voided),
    rate,
    discount: own,
  }));
  order.sums = sumsOf(lines, { ...house, discount: order.discount, tip: { amount: tip } });
  assertPayable(Math.max(order.sums.subtotal, order.sums.total));
}
