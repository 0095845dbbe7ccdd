import { scoped } from '../database/scoped.ts';
import { conflict, Refusal } from '../errors.ts';
import { type Fact, transact, type Work } from '../events/transact.ts';
import { giveBackStock } from '../menus/give-back-stock.ts';
import { assertVisitGoesOn } from '../restaurants/visit-access.ts';
import { type Context, visitAt } from '../viewer.ts';
import { advance } from './advance.ts';
import { allowedMoves } from './allowed-moves.ts';
import { assertReason, type Reasoned } from './assert-reason.ts';
import { byVisitAlone } from './by-visit-alone.ts';
import type { DeliveryFailure } from './delivery-failure.ts';
import { findOrder } from './find-orders.ts';
import { holdMovers } from './hold-movers.ts';
import { leaveErased } from './leave-erased.ts';
import { linePieces } from './line-pieces.ts';
import { lineStatusOf } from './line-status-of.ts';
import { linesAlong } from './lines-along.ts';
import { moveLines } from './move-lines.ts';
import { movesTold } from './moves-told.ts';
import type { Order } from './order.entity.ts';
import { moversOf, orderForReading } from './order-access.ts';
import { activeStatuses, type Mover, type OrderStatus } from './order-status.ts';

export interface OrderMoveRequest extends Reasoned {
  readonly orderId: string;
  readonly expectedVersion: number;
}

/** Moves an order and its lines along the published table; back from its way with why. Of two moves with one version one wins, the other gets CONFLICT. */
export async function moveOrder(
  ctx: Context,
  { orderId, expectedVersion, ...move }: OrderMoveRequest,
  failure: DeliveryFailure | null = null,
): Promise<Order> {
  const { to, reason } = move;
  const order = await orderForReading(ctx, orderId);
  const { restaurantId } = order;
  const movers = await moversOf(ctx, order);
  const visit = visitAt(ctx, restaurantId);
  if (visit && byVisitAlone(ctx.viewer, order, movers)) await assertVisitGoesOn(ctx, visit);
  if (order.version !== expectedVersion) throw conflict(order.version);
  assertAllowed(order, to, movers);
  if (to === 'RETURNED' && !failure)
    throw new Refusal('ILLEGAL_MOVE', 'What comes back says why: call failDelivery.');
  assertReason(move);
  if (to === 'READY' && order.lines.some((line) => lineStatusOf(line) === 'WAITING'))
    return bumpFired(ctx, order);
  const byRole = !allowedMoves(order, own(movers)).includes(to);
  await transact(ctx, restaurantId, async (tx) => {
    if (byRole) assertAllowed(order, to, await holdMovers(ctx, tx, order));
    await advance(tx, order, { ...move, lines: linesAlong(order, to), failure });
    if (!activeStatuses.includes(to)) await leaveErased(tx, orderId);
    const back = reason ? await giveBackUnmade(tx, order) : [];
    const moved = movesTold(order, [to]).map((fact) =>
      reason ? { ...fact, data: { ...fact.data, reason } } : fact,
    );
    await tx.tell([...moved, ...back], { revise: back.length > 0 });
  });
  return findOrder(scoped(ctx.em, restaurantId), orderId);
}

function assertAllowed(order: Order, to: OrderStatus, movers: readonly Mover[]): void {
  if (allowedMoves(order, movers).includes(to)) return;
  throw new Refusal('ILLEGAL_MOVE', `This order may not go from ${order.status} to ${to}.`);
}

/** A course that is held is not made: the order is READY once that is too. */
function bumpFired(ctx: Context, { id: orderId, version: expectedVersion, lines }: Order): Promise<Order> {
  const ids = lines.filter((line) => lineStatusOf(line) === 'FIRED').map((line) => line.id);
  return moveLines(ctx, { orderId, expectedVersion, to: 'READY', lines: { ids } });
}

/** Nobody can take that away meanwhile. */
function own(movers: readonly Mover[]): Mover[] {
  return movers.filter((mover) => mover === 'OWN');
}

/** What is ready has been used up, whatever becomes of its order. */
async function giveBackUnmade(tx: Work, { lines }: Order): Promise<Fact[]> {
  const unmade = lines.filter(({ status }) => status === 'WAITING' || status === 'FIRED');
  return giveBackStock(tx, linePieces(unmade.map((line) => [line, line.quantity - line.voided])));
}
