import { notFound } from '../errors.ts';
import { networkOf } from '../throttle/network-of.ts';
import type { Context } from '../viewer.ts';
import { findTracked, type Tracked } from './find-tracked.ts';

/** An order for whoever has its code. Throws NOT_FOUND, and RATE_LIMITED for codes that are tried out. */
export async function trackOrder(ctx: Context, code: string): Promise<Tracked> {
  const tracked = await findTracked(ctx, code);
  if (tracked) return tracked;
  await ctx.throttle.pass(['trackOrder', networkOf(ctx.from)]);
  throw notFound();
}
