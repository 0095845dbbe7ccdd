import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { eightySixes } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { Countable } from './countables.ts';
import { lockStock } from './lock-stock.ts';
import { menuForEightySixing } from './menu-access.ts';
import { nextMorning } from './next-morning.ts';
import { onMenu } from './on-menu.ts';
import { tellStock } from './tell-stock.ts';

export interface Wish {
  readonly available: boolean;
  /** When it is back by itself: an instant, or the opening of the next business day. Neither: when somebody puts it back. */
  readonly until: Date | null;
  readonly tomorrow: boolean;
}

const longestDays = 366;

/** Takes something off what can be ordered, or puts it back. What has a stock of zero stays off until it is counted anew. */
export async function eightySix(ctx: Context, noun: Countable, id: string, wish: Wish): Promise<string> {
  const restaurantId = await menuForEightySixing(ctx, noun, id);
  const soldOut = !wish.available;
  const until = await endOf(ctx, restaurantId, wish);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, eightySixes);
    const thing = await onMenu(tx, noun, id);
    if (thing.soldOut === soldOut && Number(thing.soldOutUntil) === Number(until)) return;
    thing.soldOut = soldOut;
    thing.soldOutUntil = until;
    const isLeft = (await lockStock(tx, id)) !== 0;
    if (until) await enqueue(tx, 'menu-back', { restaurantId, noun, id, until: until.toISOString() }, until);
    await tellStock(tx, {
      kind: soldOut ? 'held' : 'released',
      noun,
      id,
      data: { until: until?.toISOString() ?? null },
      shows: isLeft ? (soldOut ? '86ed' : 'back') : null,
    });
  });
  return restaurantId;
}

/** Throws BAD_USER_INPUT. */
async function endOf(ctx: Context, restaurantId: string, wish: Wish): Promise<Date | null> {
  const { available, until, tomorrow } = wish;
  if (!until && !tomorrow) return null;
  if (available) throw wrong('Only what is 86ed comes back.');
  if (until && tomorrow) throw wrong('Say an instant or tomorrow, not both.');
  if (!until) return nextMorning(ctx, restaurantId);
  const ahead = until.getTime() - ctx.now().getTime();
  if (ahead > 0 && ahead <= longestDays * 86_400_000) return until;
  throw wrong(`It comes back in the future, within ${longestDays} days.`);
}

function wrong(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'until', message }] });
}
