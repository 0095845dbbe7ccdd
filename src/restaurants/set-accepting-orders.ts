import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeRestaurant } from './change-restaurant.ts';
import type { Pause, Restaurant } from './restaurant.entity.ts';
import { servesGuests } from './restaurant-access.ts';

export interface Accepting {
  readonly restaurantId: string;
  readonly accepting: boolean;
  readonly reason?: string | null;
  readonly until?: Date | null;
}

const longestDays = 366;

/** The switch by the till: stops what guests and customers order at once, for good or until a time. The last one to say wins. Again: nothing more happens. */
export function setAcceptingOrders(ctx: Context, input: Accepting): Promise<Restaurant> {
  const { restaurantId: id, accepting } = input;
  return changeRestaurant(ctx, id, servesGuests, async (tx) => {
    const { restaurant } = tx;
    const now = ctx.now();
    const wanted = wish(input, now);
    if (same(restaurant.pauseAt(now), wanted)) return restaurant;
    restaurant.pausedAt = accepting ? null : now;
    restaurant.pausedUntil = wanted?.until ?? null;
    restaurant.pauseReason = wanted?.reason ?? null;
    // The reason is free text, which events never hold.
    const fact = wanted
      ? { kind: 'restaurant.paused', subject: id, data: { until: wanted.until?.toISOString() ?? null } }
      : { kind: 'restaurant.resumed', subject: id };
    await tx.tell([fact]);
    return restaurant;
  });
}

/** The pause that is wanted, or null for none. Throws BAD_USER_INPUT. */
function wish({ accepting, reason, until }: Accepting, now: Date): Pause | null {
  const why = reason?.trim() || null;
  if (accepting) {
    if (why !== null) throw wrong('reason', 'Only a pause has a reason.');
    if (until != null) throw wrong('until', 'Only a pause has an end.');
    return null;
  }
  const ahead = until ? until.getTime() - now.getTime() : null;
  if (ahead !== null && !(ahead > 0 && ahead <= longestDays * 86_400_000))
    throw wrong('until', `A pause ends in the future, within ${longestDays} days.`);
  return { reason: why, until: until ?? null };
}

function wrong(path: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path, message }] });
}

function same(one: Pause | null, other: Pause | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
