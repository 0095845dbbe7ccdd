import { type ErrorCode, Refusal } from '../errors.ts';
import { earlierMade } from '../events/earlier-made.ts';
import type { OnceKey } from '../events/recall.ts';
import { assertRole, servesGuests } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { Order } from './order.entity.ts';
import { orderForReading } from './order-access.ts';
import type { Placement } from './place-order.ts';

const tooLate: readonly ErrorCode[] = ['VISIT_ENDED', 'NOT_FOUND'];

/**
 * What `work` answers with. Where nothing may be ordered from the cart any more, because the table was closed or the cart is gone, an
 * earlier call with the same key may have ordered it all the same: whoever may still see the order gets that answer again.
 */
export async function answerAgain(
  ctx: Context,
  once: Omit<OnceKey, 'makes'>,
  work: () => Promise<Placement>,
): Promise<Placement> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal && tooLate.includes(error.code))) throw error;
    const id = await earlierMade(ctx.em, once);
    const order = id && (await readable(ctx, id));
    if (!order) throw error;
    return { order, replayed: true };
  }
}

async function readable(ctx: Context, id: string): Promise<Order | null> {
  try {
    const order = await orderForReading(ctx, id);
    if (order.enteredById) await assertRole(ctx, order.restaurantId, servesGuests);
    return order;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
