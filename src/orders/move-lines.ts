import { scoped } from '../database/scoped.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { advance } from './advance.ts';
import { allowedLineMoves } from './allowed-line-moves.ts';
import { findOrder } from './find-orders.ts';
import { holdMovers } from './hold-movers.ts';
import type { LineStage } from './line-status.ts';
import { movesTold } from './moves-told.ts';
import type { Order } from './order.entity.ts';
import { orderForReading } from './order-access.ts';
import type { OrderLine } from './order-line.entity.ts';
import type { Mover } from './order-status.ts';
import { wayWithLines } from './way-with-lines.ts';

export interface LinesMove {
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly to: LineStage;
  /** These, all or none of them; or else those of a course that may go there. */
  readonly lines: { readonly ids: readonly string[] } | { readonly course: number };
}

/** Moves lines along their published table, and the order with them: READY when all of them are, PREPARING again after a recall. */
export async function moveLines(
  ctx: Context,
  { orderId, expectedVersion, ...move }: LinesMove,
): Promise<Order> {
  const order = await orderForReading(ctx, orderId);
  const { restaurantId } = order;
  if (order.version !== expectedVersion) throw conflict(order.version);
  await transact(ctx, restaurantId, async (tx) => {
    const moving = chosen(order, move, await holdMovers(ctx, tx, order));
    const lineIds = moving.map(({ id }) => id);
    const after = order.lines.map((line) => (moving.includes(line) ? { ...line, status: move.to } : line));
    const way = wayWithLines(order.status, after);
    const lines = lineIds.map((id) => ({ id, status: move.to }));
    await advance(tx, order, { to: way.at(-1) ?? order.status, lines });
    const kind = `order.lines-${move.to.toLowerCase()}`;
    await tx.tell([{ kind, subject: orderId, data: { lineIds } }, ...movesTold(order, way)]);
  });
  return findOrder(scoped(ctx.em, restaurantId), orderId);
}

function chosen(
  order: Order,
  { to, lines }: Pick<LinesMove, 'to' | 'lines'>,
  movers: readonly Mover[],
): OrderLine[] {
  const may = (line: OrderLine): boolean => allowedLineMoves(line, order, movers).includes(to);
  if ('ids' in lines) {
    const named = order.lines.filter(({ id }) => lines.ids.includes(id));
    if (named.length < new Set(lines.ids).size) throw notFound();
    if (named.every(may)) return named;
  } else {
    const some = order.lines.filter((line) => (line.course ?? 1) === lines.course && may(line));
    if (some.length > 0) return some;
  }
  throw new Refusal('ILLEGAL_MOVE', `These lines may not become ${to}.`);
}
