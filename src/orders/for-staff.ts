import type { Context } from '../viewer.ts';
import type { Order } from './order.entity.ts';
import { moversOf } from './order-access.ts';

/** A value as graphql-js asks for it: with who asks. */
export type ForStaff<T> = (args: unknown, ctx: Context) => Promise<T | null>;

/** What the restaurant alone is told of an order; its guest or customer gets null. */
export function forStaff<T>(order: Order, value: T): ForStaff<T> {
  return async (_, ctx) => ((await moversOf(ctx, order)).some((mover) => mover !== 'OWN') ? value : null);
}
