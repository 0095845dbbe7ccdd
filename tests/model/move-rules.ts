import type { LineStage, OrderStatus } from '../../schema/operations.ts';
import type { Thing } from './menu.ts';
import { type Order, type OrderLine, Refused, type State } from './state.ts';
import type { Verb, Viewer } from './verbs.ts';

type Of<D extends Verb['does']> = Extract<Verb, { does: D }>;

const everybody: readonly Viewer[] = ['KITCHEN', 'FLOOR', 'OWNER'];
const cooks: readonly Viewer[] = ['KITCHEN', 'OWNER'];
const front: readonly Viewer[] = ['FLOOR', 'OWNER'];

/** Of an order that is eaten here. */
const ways: Partial<Record<OrderStatus, Partial<Record<OrderStatus, readonly Viewer[]>>>> = {
  PLACED: { ACCEPTED: everybody, REJECTED: everybody, CANCELLED: [...front, 'guest'] },
  ACCEPTED: { PREPARING: cooks, CANCELLED: front },
  PREPARING: { READY: cooks, CANCELLED: front },
  READY: { COMPLETED: everybody, CANCELLED: front },
};

export function move(state: State, { to, reason, who, ...verb }: Of<'move'>): void {
  const order = state.orders[verb.order];
  if (!order || who === 'stranger') throw new Refused('NOT_FOUND');
  assertSeen(order, verb.seen);
  if (to === 'next' || !ways[order.status]?.[to]?.includes(who)) throw new Refused('ILLEGAL_MOVE');
  const [held, fired] = [standing(order, 'WAITING'), standing(order, 'FIRED')];
  if (to === 'READY' && held.length > 0 && fired.length === 0) throw new Refused('ILLEGAL_MOVE');
  if (reason === 'wrong') throw new Refused('BAD_USER_INPUT');
  if (to === 'READY' && held.length > 0) {
    for (const line of fired) line.stage = 'READY';
    order.version += 1;
    return;
  }
  order.version += 1;
  order.status = to;
  if (to === 'REJECTED' || to === 'CANCELLED') {
    for (const line of order.lines)
      if (line.stage === 'WAITING' || line.stage === 'FIRED')
        giveBack(state, line, line.quantity - line.voided);
    return;
  }
  for (const line of order.lines) {
    if (to === 'COMPLETED') line.stage = 'SERVED';
    else if (to === 'READY') line.stage = line.stage === 'SERVED' ? 'SERVED' : 'READY';
    else if (line.stage === 'WAITING' && startsIn(to, line.course)) line.stage = 'FIRED';
  }
}

function standing({ lines }: Order, at: LineStage): OrderLine[] {
  return lines.filter((line) => !isVoid(line) && line.stage === at);
}

const lineWays: Record<LineStage, Partial<Record<LineStage, readonly Viewer[]>>> = {
  WAITING: { FIRED: everybody },
  FIRED: { WAITING: everybody, READY: cooks },
  READY: { FIRED: cooks, SERVED: everybody },
  SERVED: {},
};

export function moveLines(state: State, { to, of, who, ...verb }: Of<'moveLines'>): void {
  const order = state.orders[verb.order];
  if (!order || who === 'stranger') throw new Refused('NOT_FOUND');
  assertSeen(order, verb.seen);
  const worked = ['ACCEPTED', 'PREPARING', 'READY'].includes(order.status);
  const may = (line: OrderLine) =>
    worked && to !== 'next' && !isVoid(line) && lineWays[line.stage][to]?.includes(who) === true;
  const named = 'lines' in of ? of.lines.map((index) => order.lines[index]) : null;
  if (named?.includes(undefined)) throw new Refused('NOT_FOUND');
  const moving =
    (named as OrderLine[] | null) ??
    order.lines.filter((line) => 'course' in of && (line.course ?? 1) === of.course && may(line));
  if (moving.length === 0 || !moving.every(may)) throw new Refused('ILLEGAL_MOVE');
  for (const line of moving) line.stage = to as LineStage;
  order.version += 1;
  followLines(order);
}

export function startsIn(status: OrderStatus, course: number | null): boolean {
  return (course ?? 1) === 1 && (status === 'ACCEPTED' || status === 'PREPARING');
}

export function assertSeen({ version }: Order, seen: number): void {
  if (seen !== 0) throw new Refused('CONFLICT', version);
}

/** An order is prepared from its first ready line on, and ready when all lines are that are wanted still. */
export function followLines(order: Order): void {
  const wanted = order.lines.filter((line) => !isVoid(line));
  const made = wanted.filter(({ stage }) => stage === 'READY' || stage === 'SERVED');
  if (wanted.length === 0 || !['ACCEPTED', 'PREPARING', 'READY'].includes(order.status)) return;
  if (made.length === wanted.length) order.status = 'READY';
  else if (made.length > 0 || order.status === 'READY') order.status = 'PREPARING';
}

export function isVoid({ quantity, voided }: OrderLine): boolean {
  return quantity === voided;
}

export function giveBack({ menu }: State, { takes }: OrderLine, pieces: number): void {
  for (const [thing, each] of takes as readonly (readonly [Thing, number])[]) {
    const { stock } = menu[thing];
    if (stock !== null) menu[thing] = { ...menu[thing], stock: stock + each * pieces };
  }
}
