import type { Context } from '../viewer.ts';
import { allowedLineMoves } from './allowed-line-moves.ts';
import type { LineStage } from './line-status.ts';
import type { Order } from './order.entity.ts';
import { moversOf } from './order-access.ts';
import type { OrderLine } from './order-line.entity.ts';

/** As graphql-js asks for a value: with who asks. */
export type AllowedLineMoves = (args: unknown, ctx: Context) => Promise<LineStage[]>;

/** Where whoever reads a line may move it. */
export function lineMovesFor(line: OrderLine, order: Order): AllowedLineMoves {
  return async (_, ctx) => allowedLineMoves(line, order, await moversOf(ctx, order));
}
